import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { compoundsWithin } from '../places/policy'

/** Operators whose people lead, or have led, a zone that lies in the principal's scope, wholly or in part. */
export function operatorsWithin(principal: Principal, permission: Permission): Prisma.OperatorWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  const zone = {
    OR: [
      { id: { in: within.zones } },
      { compounds: { some: { compound: { is: compoundsWithin(principal, permission) } } } },
    ],
  }
  return { streetId: principal.streetId, workers: { some: { leads: { some: { zone: { is: zone } } } } } }
}

/**
 * Workers within the principal's scope. Crews are shared: no worker belongs to one zone, an operator's workers serve
 * all of its zones. So a zone lead, and whoever else answers for a part of the street, sees the workers of the
 * operators that serve that part, and those of no other.
 */
export function workersWithin(principal: Principal, permission: Permission): Prisma.WorkerWhereInput {
  const { streetId } = principal
  if (reach(principal, permission) === 'street') return { streetId }
  return { streetId, operator: { is: operatorsWithin(principal, permission) } }
}
