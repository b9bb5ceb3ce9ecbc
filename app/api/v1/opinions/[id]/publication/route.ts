import { postOpinionPublication } from '@/features/opinions/endpoints'

export const POST = postOpinionPublication
