import { postMediationMeeting } from '@/features/logbook/mediations/cases/endpoints'

export const POST = postMediationMeeting
