import { postFollowUpRecord } from '@/features/requests/calls/endpoints'

export const POST = postFollowUpRecord
