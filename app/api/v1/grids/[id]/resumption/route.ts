import { postGridResumption } from '@/features/grids/register/endpoints'

export const POST = postGridResumption
