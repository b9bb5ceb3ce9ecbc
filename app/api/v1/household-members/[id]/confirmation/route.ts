import { postMemberConfirmation } from '@/features/people/household-members/endpoints'

export const POST = postMemberConfirmation
