import { postOutageEnd } from '@/features/requests/outages/endpoints'

export const POST = postOutageEnd
