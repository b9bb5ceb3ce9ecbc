import { getResources, postResource } from '@/features/demands/resources/endpoints'

export const GET = getResources
export const POST = postResource
