import { postWorkerExport } from '@/features/crews/workers/endpoints'

export const POST = postWorkerExport
