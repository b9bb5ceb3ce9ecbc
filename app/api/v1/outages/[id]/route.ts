import { getOutage, patchOutage } from '@/features/requests/outages/endpoints'

export const GET = getOutage
export const PATCH = patchOutage
