import { postMenuDraft } from '@/features/menus/menus/endpoints'

export const POST = postMenuDraft
