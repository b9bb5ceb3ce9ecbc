import { postOwnRequestMove } from '@/features/requests/own-requests/endpoints'

export const POST = postOwnRequestMove
