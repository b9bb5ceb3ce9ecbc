import { patchStairwell } from '@/features/places/stairwells/endpoints'

export const PATCH = patchStairwell
