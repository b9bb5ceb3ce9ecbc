import { postAccountSessionsEnd } from '@/features/people/accounts/endpoints'

export const POST = postAccountSessionsEnd
