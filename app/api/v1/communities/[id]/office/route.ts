import { patchCommunityOffice } from '@/features/places/communities/endpoints'

export const PATCH = patchCommunityOffice
