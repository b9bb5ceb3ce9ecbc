import { postCaptainNoticeEnd } from '@/features/captains/notices/endpoints'

export const POST = postCaptainNoticeEnd
