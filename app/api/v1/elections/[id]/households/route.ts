import { getElectionHouseholds } from '@/features/captains/elections/ballots/endpoints'

export const GET = getElectionHouseholds
