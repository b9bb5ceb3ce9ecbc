import { getRounds } from '@/features/logbook/rounds/endpoints'

export const GET = getRounds
