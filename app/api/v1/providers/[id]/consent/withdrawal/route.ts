import { postProviderConsentWithdrawal } from '@/features/people/consents/endpoints'

export const POST = postProviderConsentWithdrawal
