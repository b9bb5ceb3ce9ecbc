import { postGridExport } from '@/features/grids/register/endpoints'

export const POST = postGridExport
