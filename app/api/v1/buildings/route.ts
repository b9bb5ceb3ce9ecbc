import { getBuildings, postBuilding } from '@/features/places/buildings/endpoints'

export const GET = getBuildings
export const POST = postBuilding
