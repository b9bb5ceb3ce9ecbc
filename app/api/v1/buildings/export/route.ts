import { postBuildingExport } from '@/features/places/buildings/endpoints'

export const POST = postBuildingExport
