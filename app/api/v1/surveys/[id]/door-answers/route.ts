import { postDoorAnswers } from '@/features/surveys/answers/endpoints'

export const POST = postDoorAnswers
