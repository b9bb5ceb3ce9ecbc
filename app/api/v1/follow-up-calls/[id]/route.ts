import { getFollowUpCall } from '@/features/requests/calls/endpoints'

export const GET = getFollowUpCall
