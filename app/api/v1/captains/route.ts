import { getCaptains, postCaptain } from '@/features/captains/appointments/endpoints'

export const GET = getCaptains
export const POST = postCaptain
