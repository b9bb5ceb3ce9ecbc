import { postElectionBallotReturn } from '@/features/captains/elections/ballots/endpoints'

export const POST = postElectionBallotReturn
