import { getLogPhoto } from '@/features/logbook/photos/endpoints'

export const GET = getLogPhoto
