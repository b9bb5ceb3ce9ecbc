import { getPartyBranches } from '@/features/parties/organisations/endpoints'

export const GET = getPartyBranches
