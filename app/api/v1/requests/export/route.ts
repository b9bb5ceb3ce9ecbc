import { postRequestExport } from '@/features/requests/board/endpoints'

export const POST = postRequestExport
