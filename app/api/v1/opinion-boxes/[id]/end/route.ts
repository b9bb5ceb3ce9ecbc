import { postOpinionBoxEnd } from '@/features/opinions/boxes/endpoints'

export const POST = postOpinionBoxEnd
