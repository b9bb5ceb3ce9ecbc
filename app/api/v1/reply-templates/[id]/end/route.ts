import { postReplyTemplateEnd } from '@/features/requests/templates/endpoints'

export const POST = postReplyTemplateEnd
