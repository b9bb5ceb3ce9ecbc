import { postOwnHouseholdInvitation } from '@/features/people/own-households/endpoints'

export const POST = postOwnHouseholdInvitation
