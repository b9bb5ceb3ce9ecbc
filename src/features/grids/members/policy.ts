import { gridsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'

/** Appointments of grid members in the grids of the principal's scope. */
export function membersWithin(principal: Principal, permission: Permission): Prisma.GridMemberWhereInput {
  const { streetId } = principal
  if (reach(principal, permission) === 'street') return { streetId }
  return { streetId, grid: gridsWithin(principal, permission) }
}

/** Grids to which the principal appoints members: those of a whole community in the scope. */
export function gridsToStaff(principal: Principal): Prisma.GridWhereInput {
  const within = reach(principal, 'grids.write')
  const { streetId } = principal
  return within === 'street' ? { streetId } : { streetId, communityId: { in: within.communities } }
}
