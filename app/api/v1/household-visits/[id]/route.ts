import { getHouseholdVisit } from '@/features/surveys/visits/endpoints'

export const GET = getHouseholdVisit
