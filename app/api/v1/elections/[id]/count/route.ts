import { postElectionCount } from '@/features/captains/elections/life/endpoints'

export const POST = postElectionCount
