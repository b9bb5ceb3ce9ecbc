import { postMenuWithdrawal } from '@/features/menus/menus/endpoints'

export const POST = postMenuWithdrawal
