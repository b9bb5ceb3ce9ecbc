import { getSurveyPaper } from '@/features/surveys/paper/endpoints'

export const GET = getSurveyPaper
