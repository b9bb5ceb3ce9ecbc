import { getOpinion } from '@/features/opinions/endpoints'

export const GET = getOpinion
