import { getFlexibleHours, postFlexibleHours } from '@/features/sheets/flexible-hours/endpoints'

export const GET = getFlexibleHours
export const POST = postFlexibleHours
