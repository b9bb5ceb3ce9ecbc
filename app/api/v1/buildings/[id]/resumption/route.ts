import { postBuildingResumption } from '@/features/places/buildings/endpoints'

export const POST = postBuildingResumption
