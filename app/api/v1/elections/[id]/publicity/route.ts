import { postElectionPublicity } from '@/features/captains/elections/life/endpoints'

export const POST = postElectionPublicity
