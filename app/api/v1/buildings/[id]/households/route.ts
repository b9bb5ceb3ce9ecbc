import { getHouseholds, postHousehold } from '@/features/places/households/endpoints'

export const GET = getHouseholds
export const POST = postHousehold
