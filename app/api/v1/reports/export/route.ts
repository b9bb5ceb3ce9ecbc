import { postReportExport } from '@/features/insights/reports/endpoints'

export const POST = postReportExport
