import { getReport } from '@/features/insights/reports/endpoints'

export const GET = getReport
