import { postCheckpointEnd } from '@/features/logbook/checkpoints/endpoints'

export const POST = postCheckpointEnd
