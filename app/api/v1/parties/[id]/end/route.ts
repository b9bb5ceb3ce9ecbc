import { postPartyEnd } from '@/features/parties/organisations/endpoints'

export const POST = postPartyEnd
