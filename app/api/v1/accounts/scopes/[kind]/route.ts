import { getScopes } from '@/features/people/role-grants/endpoints'

export const GET = getScopes
