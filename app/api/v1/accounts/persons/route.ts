import { getPersonsWithoutAccount } from '@/features/people/accounts/endpoints'

export const GET = getPersonsWithoutAccount
