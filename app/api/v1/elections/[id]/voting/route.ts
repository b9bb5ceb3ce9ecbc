import { postElectionVoting } from '@/features/captains/elections/life/endpoints'

export const POST = postElectionVoting
