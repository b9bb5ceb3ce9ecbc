import { getVisitRhythms, postVisitRhythm } from '@/features/logbook/visits/endpoints'

export const GET = getVisitRhythms
export const POST = postVisitRhythm
