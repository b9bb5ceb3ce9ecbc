import { postCommitteeMemberEnd } from '@/features/logbook/mediations/seats/endpoints'

export const POST = postCommitteeMemberEnd
