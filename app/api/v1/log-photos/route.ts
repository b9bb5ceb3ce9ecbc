import { postLogPhoto } from '@/features/logbook/photos/endpoints'

export const POST = postLogPhoto
