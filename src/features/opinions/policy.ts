import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import type { Principal } from '@/server/principal'
import { buildingsWithin } from '../places/policy'

/**
 * Opinions of the buildings that a permission reaches, but for those about the reader: what is said of a captain or a grid
 * member goes past whoever has ever looked after the building, in whatever other role they read.
 */
export function opinionsWithin(principal: Principal, permission: Permission): Prisma.OpinionWhereInput {
  const personId = principal.personId ?? NOBODY
  return {
    streetId: principal.streetId,
    building: buildingsWithin(principal, permission),
    NOT: [
      { about: 'captain', building: { captainBuildings: { some: { appointment: { personId } } } } },
      { about: 'grid_member', building: { grid: { is: { members: { some: { personId } } } } } },
      { about: 'worker', request: { is: { worker: { is: { personId } } } } },
    ],
  }
}

/** An id that no person has. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
