import { postPartyResumption } from '@/features/parties/organisations/endpoints'

export const POST = postPartyResumption
