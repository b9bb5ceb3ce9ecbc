import { postCommunityExport } from '@/features/places/communities/endpoints'

export const POST = postCommunityExport
