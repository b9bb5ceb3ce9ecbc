import type { Prisma } from '@/generated/prisma/client'
import type { Principal } from '@/server/principal'
import { reach } from '@/server/principal'

/** The trail of the principal's street, for those who read it as a whole. */
export const auditWithin = (principal: Principal): Prisma.AuditEntryWhereInput => ({
  streetId: principal.streetId,
  ...(reach(principal, 'audit.read') === 'street' ? {} : { id: { in: [] } }),
})
