import { getSurveyCode, patchSurveyCode } from '@/features/surveys/coding/endpoints'

export const GET = getSurveyCode
export const PATCH = patchSurveyCode
