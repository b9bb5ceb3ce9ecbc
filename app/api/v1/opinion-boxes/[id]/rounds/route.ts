import { postOpinionBoxRound } from '@/features/opinions/boxes/endpoints'

export const POST = postOpinionBoxRound
