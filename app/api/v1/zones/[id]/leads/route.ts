import { postZoneLead } from '@/features/zones/leads/endpoints'

export const POST = postZoneLead
