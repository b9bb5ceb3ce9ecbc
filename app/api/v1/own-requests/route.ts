import { getOwnRequests, postOwnRequest } from '@/features/requests/own-requests/endpoints'

export const GET = getOwnRequests
export const POST = postOwnRequest
