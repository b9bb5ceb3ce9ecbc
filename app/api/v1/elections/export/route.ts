import { postElectionExport } from '@/features/captains/elections/endpoints'

export const POST = postElectionExport
