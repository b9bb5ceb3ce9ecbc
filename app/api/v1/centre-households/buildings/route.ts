import { getCentreHouseholdBuildings } from '@/features/parties/centre-households/endpoints'

export const GET = getCentreHouseholdBuildings
