import { postBuildingEnd } from '@/features/places/buildings/endpoints'

export const POST = postBuildingEnd
