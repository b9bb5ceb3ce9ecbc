import { getSurveyCode } from '@/features/sheets/survey/endpoints'

export const dynamic = 'force-dynamic'

export const GET = getSurveyCode
