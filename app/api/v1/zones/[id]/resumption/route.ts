import { postZoneResumption } from '@/features/zones/register/endpoints'

export const POST = postZoneResumption
