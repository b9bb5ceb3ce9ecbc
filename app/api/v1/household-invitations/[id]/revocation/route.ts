import { postInvitationRevocation } from '@/features/people/household-invitations/endpoints'

export const POST = postInvitationRevocation
