import { postAcceptance } from '@/features/people/invitations/endpoints'

export const POST = postAcceptance
