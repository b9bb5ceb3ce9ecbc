import { postStairwell } from '@/features/places/stairwells/endpoints'

export const POST = postStairwell
