import { getOwnHouseholds, postOwnHousehold } from '@/features/people/own-households/endpoints'

export const GET = getOwnHouseholds
export const POST = postOwnHousehold
