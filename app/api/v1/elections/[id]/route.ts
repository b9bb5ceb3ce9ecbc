import { getElection, patchElection } from '@/features/captains/elections/endpoints'

export const GET = getElection
export const PATCH = patchElection
