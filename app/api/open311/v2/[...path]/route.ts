import { getOpen311, postOpen311 } from '@/features/requests/open311/endpoints'

export const dynamic = 'force-dynamic'
export const GET = getOpen311
export const POST = postOpen311
