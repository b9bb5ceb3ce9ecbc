import { postCommunityResumption } from '@/features/places/communities/endpoints'

export const POST = postCommunityResumption
