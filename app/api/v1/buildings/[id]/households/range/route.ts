import { getHouseholdRange, postHouseholdRange } from '@/features/places/households/endpoints'

export const GET = getHouseholdRange
export const POST = postHouseholdRange
