import { getHousehold, patchHousehold } from '@/features/places/households/endpoints'

export const GET = getHousehold
export const PATCH = patchHousehold
