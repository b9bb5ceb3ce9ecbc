import { getSheets } from '@/features/sheets/boards/endpoints'

export const GET = getSheets
