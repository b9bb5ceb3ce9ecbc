import { getMenu, patchMenu } from '@/features/menus/menus/endpoints'

export const GET = getMenu
export const PATCH = patchMenu
