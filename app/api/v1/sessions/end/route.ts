import { postAllSessionsEnd } from '@/features/people/own-account/endpoints'

export const POST = postAllSessionsEnd
