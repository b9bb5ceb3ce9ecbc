import { getSurveyQuestionnaires } from '@/features/surveys/issuing/endpoints'

export const GET = getSurveyQuestionnaires
