import { postFlexibleHoursEnd } from '@/features/sheets/flexible-hours/endpoints'

export const POST = postFlexibleHoursEnd
