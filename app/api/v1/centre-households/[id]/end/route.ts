import { postCentreHouseholdEnd } from '@/features/parties/centre-households/endpoints'

export const POST = postCentreHouseholdEnd
