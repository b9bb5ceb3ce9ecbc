import { postMediationSignature } from '@/features/logbook/mediations/agreements/endpoints'

export const POST = postMediationSignature
