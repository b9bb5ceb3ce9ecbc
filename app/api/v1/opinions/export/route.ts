import { postOpinionExport } from '@/features/opinions/endpoints'

export const POST = postOpinionExport
