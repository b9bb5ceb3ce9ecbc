import { getMenus, postMenu } from '@/features/menus/menus/endpoints'

export const GET = getMenus
export const POST = postMenu
