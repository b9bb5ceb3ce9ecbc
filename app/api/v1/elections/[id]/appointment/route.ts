import { postElectionAppointment } from '@/features/captains/elections/life/endpoints'

export const POST = postElectionAppointment
