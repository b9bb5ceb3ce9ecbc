import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { holds, type Principal, reach } from '@/server/principal'
import { buildingsWithin } from '../places/policy'

/** Whether the permission reaches the whole street: only then is what goes past the community within it. */
export const isOfStreet = (principal: Principal, permission: Permission): boolean =>
  reach(principal, permission) === 'street'

/**
 * Opinions of the buildings that a permission reaches, but for those about the reader: what is said of a captain or a grid
 * member goes past whoever has ever looked after the building, in whatever other role they read; so does what names them.
 */
export function opinionsWithin(principal: Principal, permission: Permission): Prisma.OpinionWhereInput {
  const personId = principal.personId ?? NOBODY
  const isWorker = { persons: { some: { id: personId, workers: { some: {} } } } }
  return {
    streetId: principal.streetId,
    building: buildingsWithin(principal, permission),
    ...(isOfStreet(principal, permission) ? {} : { level: 'community' }),
    AND: [
      permission === 'opinions.read' ? complaintsDecided(principal) : {},
      { OR: [{ aboutPersonId: null }, { aboutPersonId: { not: personId } }] },
      { OR: [{ aboutAccountId: null }, { aboutAccountId: { not: principal.accountId } }] },
    ],
    NOT: [
      { about: 'captain', building: { captainBuildings: { some: { appointment: { personId } } } } },
      { about: 'grid_member', building: { grid: { is: { members: { some: { personId } } } } } },
      { about: 'worker', building: { compound: { community: { street: isWorker } } } },
    ],
  }
}

/** A complaint against a person, once it is known to be one, is read by those who decide it alone. */
function complaintsDecided(principal: Principal): Prisma.OpinionWhereInput {
  const others = { OR: [{ triage: null }, { triage: { not: 'complaint' } }] }
  return {
    OR: [
      { aboutPersonId: null, aboutAccountId: null, ...others },
      ...(holds(principal, 'opinions.handle')
        ? [{ building: buildingsWithin(principal, 'opinions.handle') }]
        : []),
    ],
  }
}

/** An id that no person has. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
