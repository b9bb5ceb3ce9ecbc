import { getOrders, postOrder } from '@/features/menus/orders/endpoints'

export const GET = getOrders
export const POST = postOrder
