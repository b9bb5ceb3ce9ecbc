import { getVisitHouseholds } from '@/features/logbook/visits/endpoints'

export const GET = getVisitHouseholds
