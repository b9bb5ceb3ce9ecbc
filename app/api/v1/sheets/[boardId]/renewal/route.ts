import { postSheetRenewal } from '@/features/sheets/boards/endpoints'

export const POST = postSheetRenewal
