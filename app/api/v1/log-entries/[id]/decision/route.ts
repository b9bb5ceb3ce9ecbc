import { postAsideDecision } from '@/features/logbook/entries/endpoints'

export const POST = postAsideDecision
