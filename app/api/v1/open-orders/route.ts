import { postOpenOrder } from '@/features/menus/orders/endpoints'

export const POST = postOpenOrder
