import { postPromiseSettlement } from '@/features/surveys/visits/endpoints'

export const POST = postPromiseSettlement
