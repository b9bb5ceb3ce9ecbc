import { getSurveys, postSurvey } from '@/features/surveys/campaigns/endpoints'

export const GET = getSurveys
export const POST = postSurvey
