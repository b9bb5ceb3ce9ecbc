import { getDispatchWorkers } from '@/features/requests/dispatch/rulebook/endpoints'

export const GET = getDispatchWorkers
