import { getRequestPlaces } from '@/features/requests/intake/endpoints'

export const GET = getRequestPlaces
