import { getSurveyPlaces } from '@/features/surveys/issuing/endpoints'

export const GET = getSurveyPlaces
