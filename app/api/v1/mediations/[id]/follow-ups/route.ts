import { postMediationFollowUp } from '@/features/logbook/mediations/cases/endpoints'

export const POST = postMediationFollowUp
