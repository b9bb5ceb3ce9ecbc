import { getSurveyAnalysis } from '@/features/surveys/analysis/endpoints'

export const GET = getSurveyAnalysis
