import { postAllowanceRemoval } from '@/features/requests/categories/endpoints'

export const POST = postAllowanceRemoval
