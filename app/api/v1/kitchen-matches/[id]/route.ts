import { getKitchenMatch } from '@/features/demands/kitchen/endpoints'

export const GET = getKitchenMatch
