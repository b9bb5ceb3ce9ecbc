import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import type { Principal } from '@/server/principal'
import { buildingsWithin } from '../../places/policy'

export const visitsWithin = (principal: Principal, permission: Permission): Prisma.VisitWhereInput => ({
  streetId: principal.streetId,
  building: buildingsWithin(principal, permission),
})
