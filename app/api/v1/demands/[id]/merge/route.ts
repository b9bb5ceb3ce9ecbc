import { postDemandMerge } from '@/features/demands/demands/endpoints'

export const POST = postDemandMerge
