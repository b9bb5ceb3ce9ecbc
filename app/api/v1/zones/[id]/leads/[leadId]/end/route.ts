import { postZoneLeadEnd } from '@/features/zones/leads/endpoints'

export const POST = postZoneLeadEnd
