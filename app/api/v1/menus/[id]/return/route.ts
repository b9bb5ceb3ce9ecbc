import { postMenuReturn } from '@/features/menus/menus/endpoints'

export const POST = postMenuReturn
