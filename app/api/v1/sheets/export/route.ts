import { postSheetExport } from '@/features/sheets/boards/endpoints'

export const POST = postSheetExport
