import { postOpinionSlip } from '@/features/opinions/slips/endpoints'

export const POST = postOpinionSlip
