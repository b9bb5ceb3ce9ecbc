import { postZoneExport } from '@/features/zones/register/endpoints'

export const POST = postZoneExport
