import { getMediationAgreement } from '@/features/logbook/mediations/agreements/endpoints'

export const GET = getMediationAgreement
