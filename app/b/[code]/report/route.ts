import { getReportForm, postReportForm } from '@/features/sheets/report/endpoints'

export const dynamic = 'force-dynamic'

export const GET = getReportForm
export const POST = postReportForm
