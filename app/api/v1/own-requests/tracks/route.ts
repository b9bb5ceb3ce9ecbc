import { postOwnRequestTrack } from '@/features/requests/own-requests/endpoints'

export const POST = postOwnRequestTrack
