import { postMenuItem } from '@/features/menus/items/endpoints'

export const POST = postMenuItem
