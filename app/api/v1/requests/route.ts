import { postRequest } from '@/features/requests/intake/endpoints'

export const POST = postRequest
