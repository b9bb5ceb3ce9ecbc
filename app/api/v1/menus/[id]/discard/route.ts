import { postMenuDiscard } from '@/features/menus/menus/endpoints'

export const POST = postMenuDiscard
