import { getMaterialStock } from '@/features/captains/materials/endpoints'

export const GET = getMaterialStock
