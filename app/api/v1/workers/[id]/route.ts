import { getWorker, patchWorker } from '@/features/crews/workers/endpoints'

export const GET = getWorker
export const PATCH = patchWorker
