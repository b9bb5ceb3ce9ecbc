import { getSurveyCodes, postSurveyCode } from '@/features/surveys/coding/endpoints'

export const GET = getSurveyCodes
export const POST = postSurveyCode
