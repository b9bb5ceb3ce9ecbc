import { postMemberRefusal } from '@/features/people/household-members/endpoints'

export const POST = postMemberRefusal
