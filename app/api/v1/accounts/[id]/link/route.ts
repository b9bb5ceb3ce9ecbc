import { postLink } from '@/features/people/invitations/endpoints'

export const POST = postLink
