import { getOpinions } from '@/features/opinions/endpoints'

export const GET = getOpinions
