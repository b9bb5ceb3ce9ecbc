import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { buildingsWithin, gridsWithin } from '../places/policy'

/** Terms that have not ended before the day, those that begin later too. */
const notEndedOn = (today: Date) => ({ OR: [{ endsOn: null }, { endsOn: { gte: today } }] })

/**
 * Persons whom a duty that has not ended ties to the principal's scope: captains by building, grid members by grid, leaders of Party
 * organisations by community or grid, workers by the zones that one of their operator leads, since zones share crews.
 */
export function personsWithin(
  principal: Principal,
  permission: Permission,
  today: Date,
): Prisma.PersonWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  const open = notEndedOn(today)
  return {
    streetId: principal.streetId,
    OR: [
      {
        appointments: {
          some: {
            ...open,
            buildings: { some: { ...open, building: buildingsWithin(principal, permission) } },
          },
        },
      },
      { gridMembers: { some: { ...open, grid: gridsWithin(principal, permission) } } },
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
            ...open,
            operator: { workers: { some: { leads: { some: { zoneId: { in: within.zones } } } } } },
          },
        },
      },
    ],
  }
}

/**
 * Persons who have no duty that reaches beyond the principal's scope: only of them may the name, the number or the consent
 * be written, since whoever else the person serves would see it too.
 */
export function personsWhollyWithin(
  principal: Principal,
  permission: Permission,
  today: Date,
): Prisma.PersonWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  const open = notEndedOn(today)
  const building = buildingsWithin(principal, permission)
  return {
    AND: [
      personsWithin(principal, permission, today),
      { appointments: { none: { ...open, buildings: { some: { ...open, NOT: { building } } } } } },
      { gridMembers: { none: { ...open, NOT: { grid: gridsWithin(principal, permission) } } } },
      {
        leads: {
          none: {
            endedAt: null,
            NOT: { OR: [{ communityId: { in: within.communities } }, { gridId: { in: within.grids } }] },
          },
        },
      },
      { workers: { none: open } },
    ],
  }
}
