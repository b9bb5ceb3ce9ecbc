import { getRequestPhoto } from '@/features/requests/photos/endpoints'

export const GET = getRequestPhoto
