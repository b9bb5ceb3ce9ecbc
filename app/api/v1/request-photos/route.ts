import { postRequestPhoto } from '@/features/requests/photos/endpoints'

export const POST = postRequestPhoto
