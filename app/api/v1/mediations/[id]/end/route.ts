import { postMediationEnd } from '@/features/logbook/mediations/cases/endpoints'

export const POST = postMediationEnd
