import { getCheckpoint, patchCheckpoint } from '@/features/logbook/checkpoints/endpoints'

export const GET = getCheckpoint
export const PATCH = patchCheckpoint
