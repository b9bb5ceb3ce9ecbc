import { postCommunityEnd } from '@/features/places/communities/endpoints'

export const POST = postCommunityEnd
