import { postSurveyFinish } from '@/features/surveys/campaigns/endpoints'

export const POST = postSurveyFinish
