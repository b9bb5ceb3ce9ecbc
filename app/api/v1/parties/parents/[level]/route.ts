import { getPartyParents } from '@/features/parties/organisations/endpoints'

export const GET = getPartyParents
