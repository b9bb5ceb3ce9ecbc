import { postMenuReview } from '@/features/menus/menus/endpoints'

export const POST = postMenuReview
