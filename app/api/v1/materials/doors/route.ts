import { getMaterialDoors } from '@/features/captains/materials/holders/endpoints'

export const GET = getMaterialDoors
