import { getCompound, patchCompound } from '@/features/places/compounds/endpoints'

export const GET = getCompound
export const PATCH = patchCompound
