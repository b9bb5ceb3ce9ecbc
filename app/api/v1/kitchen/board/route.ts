import { getKitchenBoard } from '@/features/demands/kitchen/endpoints'

export const GET = getKitchenBoard
