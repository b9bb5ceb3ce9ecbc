import { postOwnHouseholdEnd } from '@/features/people/own-households/endpoints'

export const POST = postOwnHouseholdEnd
