import { getCaptain, patchCaptain } from '@/features/captains/appointments/endpoints'

export const GET = getCaptain
export const PATCH = patchCaptain
