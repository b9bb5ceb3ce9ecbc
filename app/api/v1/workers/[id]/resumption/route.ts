import { postWorkerResumption } from '@/features/crews/workers/endpoints'

export const POST = postWorkerResumption
