import { postProviderConsent } from '@/features/people/consents/endpoints'

export const POST = postProviderConsent
