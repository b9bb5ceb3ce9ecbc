import { getZone, patchZone } from '@/features/zones/register/endpoints'

export const GET = getZone
export const PATCH = patchZone
