import { getBuildingOptions } from '@/features/captains/buildings/endpoints'

export const GET = getBuildingOptions
