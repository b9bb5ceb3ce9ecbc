import { getMaterial } from '@/features/captains/materials/endpoints'

export const GET = getMaterial
