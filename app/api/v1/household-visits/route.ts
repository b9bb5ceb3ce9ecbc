import { getHouseholdVisits, postHouseholdVisit } from '@/features/surveys/visits/endpoints'

export const POST = postHouseholdVisit
export const GET = getHouseholdVisits
