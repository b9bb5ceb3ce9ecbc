import { getCommunities, postCommunity } from '@/features/places/communities/endpoints'

export const GET = getCommunities
export const POST = postCommunity
