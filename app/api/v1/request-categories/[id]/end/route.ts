import { postRequestCategoryEnd } from '@/features/requests/categories/endpoints'

export const POST = postRequestCategoryEnd
