import { postElectionEnd } from '@/features/captains/elections/life/endpoints'

export const POST = postElectionEnd
