import { postPersonConsent } from '@/features/people/consents/endpoints'

export const POST = postPersonConsent
