import { getElectionPersons } from '@/features/captains/elections/endpoints'

export const GET = getElectionPersons
