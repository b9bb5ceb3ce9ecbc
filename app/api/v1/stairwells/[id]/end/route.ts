import { postStairwellEnd } from '@/features/places/stairwells/endpoints'

export const POST = postStairwellEnd
