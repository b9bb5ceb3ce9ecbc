import { getCaptainNotice, patchCaptainNotice } from '@/features/captains/notices/endpoints'

export const GET = getCaptainNotice
export const PATCH = patchCaptainNotice
