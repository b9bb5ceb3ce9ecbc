import { postSheetHungWithdrawal } from '@/features/sheets/boards/endpoints'

export const POST = postSheetHungWithdrawal
