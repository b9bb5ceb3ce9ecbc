import { getOwnVisits } from '@/features/surveys/visits/endpoints'

export const GET = getOwnVisits
