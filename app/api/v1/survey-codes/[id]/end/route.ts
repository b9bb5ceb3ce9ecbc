import { postSurveyCodeEnd } from '@/features/surveys/coding/endpoints'

export const POST = postSurveyCodeEnd
