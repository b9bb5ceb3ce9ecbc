import { getGridMember, patchGridMember } from '@/features/grids/members/endpoints'

export const GET = getGridMember
export const PATCH = patchGridMember
