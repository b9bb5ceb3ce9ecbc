import { postOrderCancellation } from '@/features/menus/orders/endpoints'

export const POST = postOrderCancellation
