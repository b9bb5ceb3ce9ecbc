import { postOrderForm } from '@/features/menus/orders/forms/endpoints'

export const POST = postOrderForm
