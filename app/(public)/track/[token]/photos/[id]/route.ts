import { getTrackPhoto } from '@/features/requests/tracks/forms/endpoints'

export const GET = getTrackPhoto
