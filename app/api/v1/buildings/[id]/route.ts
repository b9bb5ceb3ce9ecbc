import { getBuilding, patchBuilding } from '@/features/places/buildings/endpoints'

export const GET = getBuilding
export const PATCH = patchBuilding
