import { postAccountFactorReset } from '@/features/people/accounts/endpoints'

export const POST = postAccountFactorReset
