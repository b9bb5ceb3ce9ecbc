import { getMenuItem, patchMenuItem } from '@/features/menus/items/endpoints'

export const GET = getMenuItem
export const PATCH = patchMenuItem
