import { getPayments } from '@/features/menus/payments/endpoints'

export const GET = getPayments
