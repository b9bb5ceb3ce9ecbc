import { postOpinionAnswer } from '@/features/opinions/endpoints'

export const POST = postOpinionAnswer
