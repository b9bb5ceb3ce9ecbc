import { getSurveyForm, postSurveyForm } from '@/features/sheets/survey/endpoints'

export const dynamic = 'force-dynamic'

export const GET = getSurveyForm
export const POST = postSurveyForm
