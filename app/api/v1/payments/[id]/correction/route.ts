import { postPaymentCorrection } from '@/features/menus/payments/endpoints'

export const POST = postPaymentCorrection
