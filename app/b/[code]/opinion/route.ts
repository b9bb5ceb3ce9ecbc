import { getOpinionForm, postOpinionForm } from '@/features/sheets/opinion/endpoints'

export const dynamic = 'force-dynamic'

export const GET = getOpinionForm
export const POST = postOpinionForm
