import { postOwnRequestFollow } from '@/features/requests/own-requests/endpoints'

export const POST = postOwnRequestFollow
