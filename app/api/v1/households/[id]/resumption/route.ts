import { postHouseholdResumption } from '@/features/places/households/endpoints'

export const POST = postHouseholdResumption
