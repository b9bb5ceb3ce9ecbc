import { getSurveyTexts } from '@/features/surveys/coding/endpoints'

export const GET = getSurveyTexts
