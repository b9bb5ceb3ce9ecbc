import { getOrder } from '@/features/menus/orders/endpoints'

export const GET = getOrder
