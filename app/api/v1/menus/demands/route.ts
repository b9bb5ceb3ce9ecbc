import { getMenuDemands } from '@/features/menus/items/endpoints'

export const GET = getMenuDemands
