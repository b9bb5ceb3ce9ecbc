import { getRequestParents } from '@/features/requests/life/endpoints'

export const GET = getRequestParents
