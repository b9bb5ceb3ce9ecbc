import { getMaterialHolders } from '@/features/captains/materials/holders/endpoints'

export const GET = getMaterialHolders
