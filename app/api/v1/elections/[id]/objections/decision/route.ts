import { postElectionObjectionDecision } from '@/features/captains/elections/objections/endpoints'

export const POST = postElectionObjectionDecision
