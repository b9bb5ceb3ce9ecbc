import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { holds, type Principal, reach } from '@/server/principal'
import type { Mover } from './life/rules'

type StaffMover = Exclude<Mover, 'reporter' | 'clock' | 'order'>

/** The requests that a permission reaches. Work is always one's own, whatever else the role holds. */
export function requestsWithin(principal: Principal, permission: Permission): Prisma.RequestWhereInput {
  const { streetId, personId } = principal
  if (permission === 'requests.work') return { streetId, worker: { personId: personId ?? NOBODY } }
  const within = reach(principal, permission)
  if (within === 'street') return { streetId }
  return {
    streetId,
    OR: [
      { compoundId: { in: within.compounds } },
      { compound: { communityId: { in: within.communities } } },
      { compound: { zoneCompound: { zoneId: { in: within.zones } } } },
      { buildingId: { in: within.buildings } },
      { building: { gridId: { in: within.grids } } },
      // What names no building lies in every grid of the compound.
      { buildingId: null, compound: { gridCompounds: { some: { gridId: { in: within.grids } } } } },
    ],
  }
}

/** An id that no person has. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

const SEEING: readonly Permission[] = ['requests.read', 'requests.work']

/** What somebody may see at all: as reader within a scope, or as the worker whose job it is. */
export const requestsSeenBy = (principal: Principal): Prisma.RequestWhereInput => ({
  streetId: principal.streetId,
  OR: SEEING.filter((permission) => holds(principal, permission)).map((permission) =>
    requestsWithin(principal, permission),
  ),
})

/** The permissions by which staff make a move. */
export const staffMovers = (by: readonly Mover[]): StaffMover[] =>
  by.filter((mover): mover is StaffMover => mover !== 'reporter' && mover !== 'clock' && mover !== 'order')
