import { postMemberContact } from '@/features/people/household-members/endpoints'

export const POST = postMemberContact
