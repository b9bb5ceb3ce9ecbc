import { getCommunity, patchCommunity } from '@/features/places/communities/endpoints'

export const GET = getCommunity
export const PATCH = patchCommunity
