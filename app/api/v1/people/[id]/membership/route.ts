import { postPersonMembership } from '@/features/parties/membership/endpoints'

export const POST = postPersonMembership
