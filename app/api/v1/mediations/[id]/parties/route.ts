import { postMediationParty } from '@/features/logbook/mediations/cases/endpoints'

export const POST = postMediationParty
