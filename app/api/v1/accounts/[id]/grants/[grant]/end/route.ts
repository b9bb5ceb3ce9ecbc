import { postGrantEnd } from '@/features/people/role-grants/endpoints'

export const POST = postGrantEnd
