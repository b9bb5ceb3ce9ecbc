import { postOpinionFiguresExport } from '@/features/opinions/figures/endpoints'

export const POST = postOpinionFiguresExport
