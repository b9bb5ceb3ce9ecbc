import { getAudit } from '@/features/people/audit/endpoints'

export const GET = getAudit
