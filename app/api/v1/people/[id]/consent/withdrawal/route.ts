import { postPersonConsentWithdrawal } from '@/features/people/consents/endpoints'

export const POST = postPersonConsentWithdrawal
