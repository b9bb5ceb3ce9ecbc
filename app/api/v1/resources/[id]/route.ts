import { getResource, patchResource } from '@/features/demands/resources/endpoints'

export const GET = getResource
export const PATCH = patchResource
