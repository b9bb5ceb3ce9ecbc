import { getKitchenSuggestions } from '@/features/demands/kitchen/endpoints'

export const GET = getKitchenSuggestions
