import { postSheetHung } from '@/features/sheets/boards/endpoints'

export const POST = postSheetHung
