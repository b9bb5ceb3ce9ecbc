import { postDispatchRuleEnd } from '@/features/requests/dispatch/rulebook/endpoints'

export const POST = postDispatchRuleEnd
