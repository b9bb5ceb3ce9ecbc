import { getRequestCategories, postRequestCategory } from '@/features/requests/categories/endpoints'

export const GET = getRequestCategories
export const POST = postRequestCategory
