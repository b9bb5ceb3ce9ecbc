import { postOutboxRetry } from '@/features/people/outbox/endpoints'

export const POST = postOutboxRetry
