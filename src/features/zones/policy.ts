import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { compoundsWithin } from '../places/policy'

/** Zones of the scope, and those in which a part of it lies: a zone cuts across communities. */
export function zonesWithin(principal: Principal, permission: Permission): Prisma.ZoneWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  return {
    streetId: principal.streetId,
    OR: [
      { id: { in: within.zones } },
      { compounds: { some: { compound: { is: compoundsWithin(principal, permission) } } } },
    ],
  }
}

/** Zones are drawn for the whole street, so only who holds the permission there may redraw them. */
export const mayRedraw = (principal: Principal, permission: Permission): boolean =>
  reach(principal, permission) === 'street'
