import { getAccounts, postAccount } from '@/features/people/accounts/endpoints'

export const GET = getAccounts
export const POST = postAccount
