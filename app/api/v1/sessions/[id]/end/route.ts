import { postOwnSessionEnd } from '@/features/people/own-account/endpoints'

export const POST = postOwnSessionEnd
