import { getParties, postParty } from '@/features/parties/organisations/endpoints'

export const GET = getParties
export const POST = postParty
