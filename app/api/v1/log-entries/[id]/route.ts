import { getLogEntry } from '@/features/logbook/entries/endpoints'

export const GET = getLogEntry
