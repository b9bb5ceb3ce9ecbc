import { getGridOptions } from '@/features/grids/members/endpoints'

export const GET = getGridOptions
