import { postMemberPassingOn } from '@/features/people/household-members/endpoints'

export const POST = postMemberPassingOn
