import { getWorkers, postWorker } from '@/features/crews/workers/endpoints'

export const GET = getWorkers
export const POST = postWorker
