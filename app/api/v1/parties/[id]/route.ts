import { getParty, patchParty } from '@/features/parties/organisations/endpoints'

export const GET = getParty
export const PATCH = patchParty
