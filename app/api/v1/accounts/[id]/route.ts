import { getAccount, patchAccount } from '@/features/people/accounts/endpoints'

export const GET = getAccount
export const PATCH = patchAccount
