import { getCaptainTerms } from '@/features/captains/terms/endpoints'

export const GET = getCaptainTerms
