import { getDemand, patchDemand } from '@/features/demands/demands/endpoints'

export const GET = getDemand
export const PATCH = patchDemand
