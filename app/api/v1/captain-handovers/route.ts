import { getCaptainHandovers, postCaptainHandover } from '@/features/requests/captain-handovers/endpoints'

export const GET = getCaptainHandovers
export const POST = postCaptainHandover
