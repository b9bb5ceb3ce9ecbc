import { postDemandGathering } from '@/features/demands/evidence/endpoints'

export const POST = postDemandGathering
