import { postSurveyAnalysisExport } from '@/features/surveys/analysis/endpoints'

export const POST = postSurveyAnalysisExport
