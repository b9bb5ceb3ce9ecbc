import { getDispatchRule, patchDispatchRule } from '@/features/requests/dispatch/rulebook/endpoints'

export const GET = getDispatchRule
export const PATCH = patchDispatchRule
