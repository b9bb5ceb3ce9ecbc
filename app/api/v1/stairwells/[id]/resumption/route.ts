import { postStairwellResumption } from '@/features/places/stairwells/endpoints'

export const POST = postStairwellResumption
