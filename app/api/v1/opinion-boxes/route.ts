import { getOpinionBoxes, postOpinionBox } from '@/features/opinions/boxes/endpoints'

export const GET = getOpinionBoxes
export const POST = postOpinionBox
