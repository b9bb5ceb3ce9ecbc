import { getGrid, patchGrid } from '@/features/grids/register/endpoints'

export const GET = getGrid
export const PATCH = patchGrid
