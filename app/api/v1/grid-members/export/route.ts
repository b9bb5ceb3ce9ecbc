import { postGridMemberExport } from '@/features/grids/members/endpoints'

export const POST = postGridMemberExport
