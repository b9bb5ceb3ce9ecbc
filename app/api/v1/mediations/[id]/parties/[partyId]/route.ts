import { patchMediationParty } from '@/features/logbook/mediations/cases/endpoints'

export const PATCH = patchMediationParty
