import { postCompoundResumption } from '@/features/places/compounds/endpoints'

export const POST = postCompoundResumption
