import { getOpinions, postOpinion } from '@/features/opinions/endpoints'

export const GET = getOpinions
export const POST = postOpinion
