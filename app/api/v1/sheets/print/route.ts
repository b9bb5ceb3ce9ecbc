import { getSheetPrint } from '@/features/sheets/printing/endpoints'

export const GET = getSheetPrint
