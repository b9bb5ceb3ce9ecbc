import { postTrackOrderMove } from '@/features/menus/orders/endpoints'

export const POST = postTrackOrderMove
