import { postGridMemberEnd } from '@/features/grids/members/endpoints'

export const POST = postGridMemberEnd
