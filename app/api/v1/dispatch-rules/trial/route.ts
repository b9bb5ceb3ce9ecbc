import { getDispatchTrial } from '@/features/requests/dispatch/rulebook/endpoints'

export const GET = getDispatchTrial
