import { postHouseholdInvitation } from '@/features/people/household-invitations/endpoints'

export const POST = postHouseholdInvitation
