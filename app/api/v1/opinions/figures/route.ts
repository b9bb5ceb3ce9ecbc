import { getOpinionFigures } from '@/features/opinions/figures/endpoints'

export const GET = getOpinionFigures
