import { postMediationAgreement } from '@/features/logbook/mediations/agreements/endpoints'

export const POST = postMediationAgreement
