import type { Prisma } from '@/generated/prisma/client'
import type { Principal } from '@/server/principal'
import { reach } from '@/server/principal'

/** The accounts that the principal manages: a street's, all or none. */
export const accountsWithin = (principal: Principal): Prisma.AccountWhereInput => ({
  streetId: principal.streetId,
  ...(reach(principal, 'accounts.manage') === 'street' ? {} : { id: { in: [] } }),
})
