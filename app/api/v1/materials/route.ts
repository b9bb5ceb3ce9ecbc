import { getMaterials } from '@/features/captains/materials/endpoints'

export const GET = getMaterials
