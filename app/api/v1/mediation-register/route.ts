import { getMediationRegister } from '@/features/logbook/mediations/cases/endpoints'

export const GET = getMediationRegister
