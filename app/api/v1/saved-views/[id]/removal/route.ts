import { postSavedViewRemoval } from '@/features/requests/views/endpoints'

export const POST = postSavedViewRemoval
