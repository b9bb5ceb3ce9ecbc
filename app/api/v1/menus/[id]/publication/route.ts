import { postMenuPublication } from '@/features/menus/menus/endpoints'

export const POST = postMenuPublication
