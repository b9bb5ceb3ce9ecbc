import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import type { Principal } from '@/server/principal'
import { buildingsWithin } from '../places/policy'

/** Entries of the buildings that a permission reaches. */
export const entriesWithin = (principal: Principal, permission: Permission): Prisma.LogEntryWhereInput => ({
  streetId: principal.streetId,
  building: buildingsWithin(principal, permission),
})
