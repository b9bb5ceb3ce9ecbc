import { postLinkRevocation } from '@/features/people/invitations/endpoints'

export const POST = postLinkRevocation
