import { postTrackForm } from '@/features/requests/tracks/forms/endpoints'

export const POST = postTrackForm
