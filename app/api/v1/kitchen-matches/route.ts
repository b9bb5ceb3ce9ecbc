import { getKitchenMatches, postKitchenMatch } from '@/features/demands/kitchen/endpoints'

export const GET = getKitchenMatches
export const POST = postKitchenMatch
