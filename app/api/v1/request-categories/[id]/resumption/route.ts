import { postRequestCategoryResumption } from '@/features/requests/categories/endpoints'

export const POST = postRequestCategoryResumption
