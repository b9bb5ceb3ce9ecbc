import { postTrackCode } from '@/features/requests/tracks/forms/endpoints'

export const POST = postTrackCode
