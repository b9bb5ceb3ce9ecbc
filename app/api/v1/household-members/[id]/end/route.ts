import { postMemberEnd } from '@/features/people/household-members/endpoints'

export const POST = postMemberEnd
