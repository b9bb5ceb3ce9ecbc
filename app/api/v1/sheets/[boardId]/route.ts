import { getSheet } from '@/features/sheets/boards/endpoints'

export const GET = getSheet
