import { postDemandState } from '@/features/demands/demands/endpoints'

export const POST = postDemandState
