import { postGridEnd } from '@/features/grids/register/endpoints'

export const POST = postGridEnd
