import { postZoneEnd } from '@/features/zones/register/endpoints'

export const POST = postZoneEnd
