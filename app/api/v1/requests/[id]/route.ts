import { getRequest } from '@/features/requests/life/endpoints'

export const GET = getRequest
