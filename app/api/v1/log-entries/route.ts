import { getLogEntries, postLogEntry } from '@/features/logbook/entries/endpoints'

export const GET = getLogEntries
export const POST = postLogEntry
