import { getElections, postElection } from '@/features/captains/elections/endpoints'

export const GET = getElections
export const POST = postElection
