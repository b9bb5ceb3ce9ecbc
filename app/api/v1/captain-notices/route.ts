import { getCaptainNotices, postCaptainNotice } from '@/features/captains/notices/endpoints'

export const GET = getCaptainNotices
export const POST = postCaptainNotice
