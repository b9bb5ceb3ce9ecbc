import { getCaptainSuggestions } from '@/features/captains/terms/suggestions/endpoints'

export const GET = getCaptainSuggestions
