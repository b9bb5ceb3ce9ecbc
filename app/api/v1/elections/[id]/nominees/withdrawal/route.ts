import { postElectionNomineeWithdrawal } from '@/features/captains/elections/endpoints'

export const POST = postElectionNomineeWithdrawal
