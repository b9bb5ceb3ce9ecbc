import { postAccountSuspension } from '@/features/people/accounts/endpoints'

export const POST = postAccountSuspension
