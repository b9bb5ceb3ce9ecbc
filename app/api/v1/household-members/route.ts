import { getHouseholdMembers } from '@/features/people/household-members/endpoints'

export const GET = getHouseholdMembers
