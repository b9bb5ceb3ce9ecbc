import { getRequests } from '@/features/requests/board/endpoints'
import { postRequest } from '@/features/requests/intake/endpoints'

export const GET = getRequests
export const POST = postRequest
