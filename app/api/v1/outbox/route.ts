import { getOutbox } from '@/features/people/outbox/endpoints'

export const GET = getOutbox
