import { getOwnSurveys } from '@/features/surveys/answers/endpoints'

export const GET = getOwnSurveys
