import { getOpinionFigures } from '@/features/opinions/endpoints'

export const GET = getOpinionFigures
