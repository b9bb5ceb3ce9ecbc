import { getGrids, postGrid } from '@/features/grids/register/endpoints'

export const GET = getGrids
export const POST = postGrid
