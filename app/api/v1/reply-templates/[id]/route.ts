import { getReplyTemplate, patchReplyTemplate } from '@/features/requests/templates/endpoints'

export const GET = getReplyTemplate
export const PATCH = patchReplyTemplate
