import { getMenuSheet } from '@/features/menus/sheet/endpoints'

export const GET = getMenuSheet
