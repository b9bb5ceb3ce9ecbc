import { postOutageWithdrawal } from '@/features/requests/outages/endpoints'

export const POST = postOutageWithdrawal
