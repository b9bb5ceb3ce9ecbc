import { postPassword } from '@/features/people/own-account/endpoints'

export const POST = postPassword
