import { postRoundsExport } from '@/features/logbook/rounds/endpoints'

export const POST = postRoundsExport
