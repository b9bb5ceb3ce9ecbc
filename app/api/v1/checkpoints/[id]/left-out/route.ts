import { postCheckpointLeftOut } from '@/features/logbook/checkpoints/endpoints'

export const POST = postCheckpointLeftOut
