import { getOpinionBox, patchOpinionBox } from '@/features/opinions/boxes/endpoints'

export const GET = getOpinionBox
export const PATCH = patchOpinionBox
