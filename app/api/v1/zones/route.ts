import { getZones, postZone } from '@/features/zones/register/endpoints'

export const GET = getZones
export const POST = postZone
