import { postMatchItem } from '@/features/menus/items/endpoints'

export const POST = postMatchItem
