import { postElectionCounting } from '@/features/captains/elections/life/endpoints'

export const POST = postElectionCounting
