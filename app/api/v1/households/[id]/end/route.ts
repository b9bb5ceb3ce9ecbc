import { postHouseholdEnd } from '@/features/places/households/endpoints'

export const POST = postHouseholdEnd
