import { postGrant } from '@/features/people/role-grants/endpoints'

export const POST = postGrant
