import { getFollowUpCalls } from '@/features/requests/calls/endpoints'

export const GET = getFollowUpCalls
