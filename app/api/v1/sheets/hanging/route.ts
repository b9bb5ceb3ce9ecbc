import { getHangingPreview, postCompoundHung } from '@/features/sheets/boards/endpoints'

export const GET = getHangingPreview
export const POST = postCompoundHung
