import { getReplyTemplates, postReplyTemplate } from '@/features/requests/templates/endpoints'

export const GET = getReplyTemplates
export const POST = postReplyTemplate
