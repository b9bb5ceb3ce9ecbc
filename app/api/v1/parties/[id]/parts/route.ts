import { getPartyParts } from '@/features/insights/structure/endpoints'

export const GET = getPartyParts
