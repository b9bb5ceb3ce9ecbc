import { getSessions } from '@/features/people/own-account/endpoints'

export const GET = getSessions
