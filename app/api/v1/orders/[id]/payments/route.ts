import { postPayment } from '@/features/menus/payments/endpoints'

export const POST = postPayment
