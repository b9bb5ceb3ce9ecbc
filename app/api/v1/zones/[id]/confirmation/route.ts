import { postZoneConfirmation } from '@/features/zones/register/endpoints'

export const POST = postZoneConfirmation
