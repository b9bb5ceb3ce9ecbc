import { postSurveyStart } from '@/features/surveys/campaigns/endpoints'

export const POST = postSurveyStart
