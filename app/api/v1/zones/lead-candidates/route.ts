import { getLeadCandidates } from '@/features/zones/leads/endpoints'

export const GET = getLeadCandidates
