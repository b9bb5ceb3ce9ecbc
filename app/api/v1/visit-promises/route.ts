import { getVisitPromises } from '@/features/surveys/visits/endpoints'

export const GET = getVisitPromises
