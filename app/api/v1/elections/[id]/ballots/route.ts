import { postElectionBallot } from '@/features/captains/elections/ballots/endpoints'

export const POST = postElectionBallot
