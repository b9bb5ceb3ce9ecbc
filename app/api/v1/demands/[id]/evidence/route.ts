import { getDemandEvidence, postDemandEvidence } from '@/features/demands/evidence/endpoints'

export const GET = getDemandEvidence
export const POST = postDemandEvidence
