import { postTrackOrderCancellation } from '@/features/menus/orders/endpoints'

export const POST = postTrackOrderCancellation
