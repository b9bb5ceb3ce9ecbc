import { getOutages, postOutage } from '@/features/requests/outages/endpoints'

export const GET = getOutages
export const POST = postOutage
