import { getTrack } from '@/features/requests/tracks/endpoints'

export const GET = getTrack
