import { getCommitteeMembers, postCommitteeMember } from '@/features/logbook/mediations/seats/endpoints'

export const GET = getCommitteeMembers
export const POST = postCommitteeMember
