import { postSessionEnd } from '@/features/people/own-account/endpoints'

export const POST = postSessionEnd
