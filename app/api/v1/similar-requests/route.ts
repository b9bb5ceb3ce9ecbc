import { getSimilarRequests } from '@/features/sheets/similar/endpoints'

export const GET = getSimilarRequests
