import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import type { Principal } from '@/server/principal'
import { buildingsWithin } from '../../places/policy'

/** Boxes at the buildings that a permission reaches. */
export const boxesWithin = (principal: Principal, permission: Permission): Prisma.OpinionBoxWhereInput => ({
  streetId: principal.streetId,
  building: buildingsWithin(principal, permission),
})
