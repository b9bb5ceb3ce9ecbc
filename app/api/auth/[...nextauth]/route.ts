import { nextAuth } from '@/features/people/sign-in/endpoints'

export const GET = nextAuth
export const POST = nextAuth
