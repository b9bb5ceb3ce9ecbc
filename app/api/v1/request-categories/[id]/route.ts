import { getRequestCategory, patchRequestCategory } from '@/features/requests/categories/endpoints'

export const GET = getRequestCategory
export const PATCH = patchRequestCategory
