import { getDemandsFound } from '@/features/demands/demands/endpoints'

export const GET = getDemandsFound
