import { getOwnRequest } from '@/features/requests/own-requests/endpoints'

export const GET = getOwnRequest
