import { postDemandSplit } from '@/features/demands/demands/endpoints'

export const POST = postDemandSplit
