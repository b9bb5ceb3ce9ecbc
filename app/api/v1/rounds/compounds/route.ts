import { getRoundsByCompound } from '@/features/logbook/rounds/endpoints'

export const GET = getRoundsByCompound
