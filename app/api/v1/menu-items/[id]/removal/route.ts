import { postMenuItemRemoval } from '@/features/menus/items/endpoints'

export const POST = postMenuItemRemoval
