import { postAllowance } from '@/features/requests/categories/endpoints'

export const POST = postAllowance
