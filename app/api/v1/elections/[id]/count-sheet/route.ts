import { getElectionCountSheet } from '@/features/captains/elections/printing/endpoints'

export const GET = getElectionCountSheet
