import { getOpenByCompound } from '@/features/requests/board/endpoints'

export const GET = getOpenByCompound
