import { postRequestMove } from '@/features/requests/life/endpoints'

export const POST = postRequestMove
