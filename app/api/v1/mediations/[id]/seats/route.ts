import { postMediationSeat } from '@/features/logbook/mediations/seats/endpoints'

export const POST = postMediationSeat
