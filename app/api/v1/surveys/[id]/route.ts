import { getSurvey, patchSurvey } from '@/features/surveys/campaigns/endpoints'

export const GET = getSurvey
export const PATCH = patchSurvey
