import { getCaptainHandover } from '@/features/requests/captain-handovers/endpoints'

export const GET = getCaptainHandover
