import { postOwnCopy } from '@/features/insights/own-copy/endpoints'

export const POST = postOwnCopy
