import { getGridMembers, postGridMember } from '@/features/grids/members/endpoints'

export const GET = getGridMembers
export const POST = postGridMember
