import { postOwnErasure } from '@/features/insights/own-erasure/endpoints'

export const POST = postOwnErasure
