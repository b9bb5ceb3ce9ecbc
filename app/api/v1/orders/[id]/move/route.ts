import { postOrderMove } from '@/features/menus/orders/endpoints'

export const POST = postOrderMove
