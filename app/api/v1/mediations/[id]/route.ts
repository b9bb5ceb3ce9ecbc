import { getMediation, patchMediation } from '@/features/logbook/mediations/cases/endpoints'

export const GET = getMediation
export const PATCH = patchMediation
