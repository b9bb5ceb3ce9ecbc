import { getOutagePlaces } from '@/features/requests/outages/endpoints'

export const GET = getOutagePlaces
