import { postTrackMove } from '@/features/requests/tracks/endpoints'

export const POST = postTrackMove
