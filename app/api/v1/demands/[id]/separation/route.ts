import { postDemandSeparation } from '@/features/demands/demands/endpoints'

export const POST = postDemandSeparation
