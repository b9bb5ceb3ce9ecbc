import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { buildingsWithin, gridsWithin } from '../places/policy'

/**
 * Persons whom a duty ties to the principal's scope: captains by building, grid members by grid, leaders of Party
 * organisations by community or grid, workers by the zones that one of their operator leads, since zones share crews.
 */
export function personsWithin(principal: Principal, permission: Permission): Prisma.PersonWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  return {
    streetId: principal.streetId,
    OR: [
      {
        appointments: { some: { buildings: { some: { building: buildingsWithin(principal, permission) } } } },
      },
      { gridMembers: { some: { grid: gridsWithin(principal, permission) } } },
      {
        leads: {
          some: {
            endedAt: null,
            OR: [{ communityId: { in: within.communities } }, { gridId: { in: within.grids } }],
          },
        },
      },
      {
        workers: {
          some: {
            operator: { workers: { some: { leads: { some: { zoneId: { in: within.zones } } } } } },
          },
        },
      },
    ],
  }
}
