import { postDispatchRuleMove } from '@/features/requests/dispatch/rulebook/endpoints'

export const POST = postDispatchRuleMove
