import { postElectionObjection } from '@/features/captains/elections/objections/endpoints'

export const POST = postElectionObjection
