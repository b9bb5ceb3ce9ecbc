import { getDemands, postDemand } from '@/features/demands/demands/endpoints'

export const GET = getDemands
export const POST = postDemand
