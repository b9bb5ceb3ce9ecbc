import { postLogEntryExport } from '@/features/logbook/entries/endpoints'

export const POST = postLogEntryExport
