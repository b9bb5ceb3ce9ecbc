import { getElectionNotice } from '@/features/captains/elections/printing/endpoints'

export const GET = getElectionNotice
