import { getTypedSheet, postTypedAnswers } from '@/features/surveys/answers/endpoints'

export const GET = getTypedSheet
export const POST = postTypedAnswers
