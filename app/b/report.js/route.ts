import { getFormScript } from '@/features/sheets/report/endpoints'

export const GET = getFormScript
