import { postWorkerEnd } from '@/features/crews/workers/endpoints'

export const POST = postWorkerEnd
