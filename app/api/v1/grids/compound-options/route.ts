import { getGridCompoundOptions } from '@/features/grids/register/endpoints'

export const GET = getGridCompoundOptions
