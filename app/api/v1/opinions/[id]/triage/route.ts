import { postOpinionTriage } from '@/features/opinions/endpoints'

export const POST = postOpinionTriage
