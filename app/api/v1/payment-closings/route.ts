import { postPaymentClosing } from '@/features/menus/payments/endpoints'

export const POST = postPaymentClosing
