import { postAuditExport } from '@/features/people/audit/endpoints'

export const POST = postAuditExport
