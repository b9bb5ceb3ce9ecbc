import { patchFlexibleHours } from '@/features/sheets/flexible-hours/endpoints'

export const PATCH = patchFlexibleHours
