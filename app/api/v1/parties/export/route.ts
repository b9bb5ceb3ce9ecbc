import { postPartyExport } from '@/features/parties/organisations/endpoints'

export const POST = postPartyExport
