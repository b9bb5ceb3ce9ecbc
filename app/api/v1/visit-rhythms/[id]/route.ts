import { getVisitRhythm, patchVisitRhythm } from '@/features/logbook/visits/endpoints'

export const GET = getVisitRhythm
export const PATCH = patchVisitRhythm
