import { postCaptainExport } from '@/features/captains/appointments/endpoints'

export const POST = postCaptainExport
