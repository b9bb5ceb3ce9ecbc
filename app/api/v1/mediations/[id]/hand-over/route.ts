import { postMediationHandOver } from '@/features/logbook/mediations/seats/endpoints'

export const POST = postMediationHandOver
