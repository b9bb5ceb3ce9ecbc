import { getDispatchRules, postDispatchRule } from '@/features/requests/dispatch/rulebook/endpoints'

export const GET = getDispatchRules
export const POST = postDispatchRule
