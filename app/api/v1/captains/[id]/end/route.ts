import { postCaptainEnd } from '@/features/captains/appointments/endpoints'

export const POST = postCaptainEnd
