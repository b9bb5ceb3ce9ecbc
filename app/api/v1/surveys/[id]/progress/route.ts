import { getSurveyProgress } from '@/features/surveys/progress/endpoints'

export const GET = getSurveyProgress
