import { postMediationLeave } from '@/features/logbook/mediations/seats/endpoints'

export const POST = postMediationLeave
