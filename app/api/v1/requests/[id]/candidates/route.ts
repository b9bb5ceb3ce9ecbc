import { getRequestCandidates } from '@/features/requests/life/endpoints'

export const GET = getRequestCandidates
