import { postOtherSessionsEnd } from '@/features/people/own-account/endpoints'

export const POST = postOtherSessionsEnd
