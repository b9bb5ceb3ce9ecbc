import { getHouseholdMember } from '@/features/people/household-members/endpoints'

export const GET = getHouseholdMember
