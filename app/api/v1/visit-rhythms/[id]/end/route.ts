import { postVisitRhythmEnd } from '@/features/logbook/visits/endpoints'

export const POST = postVisitRhythmEnd
