import { getSearch } from '@/features/insights/search/endpoints'

export const GET = getSearch
