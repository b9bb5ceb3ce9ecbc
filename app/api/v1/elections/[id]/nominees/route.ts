import { postElectionNominee } from '@/features/captains/elections/endpoints'

export const POST = postElectionNominee
