import { getCheckpoints, postCheckpoint } from '@/features/logbook/checkpoints/endpoints'

export const GET = getCheckpoints
export const POST = postCheckpoint
