import { postSurveyQuestions } from '@/features/surveys/campaigns/endpoints'

export const POST = postSurveyQuestions
