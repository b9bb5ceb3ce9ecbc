import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { buildingsWithin } from '../../places/policy'

/** Elections for a building within the principal's scope. */
export function electionsWithin(principal: Principal, permission: Permission): Prisma.ElectionWhereInput {
  const { streetId } = principal
  if (reach(principal, permission) === 'street') return { streetId }
  return { streetId, buildings: { some: { building: buildingsWithin(principal, permission) } } }
}

/** Elections all of whose buildings lie within the scope: who chooses for a building chooses for all that it shares the captain with. */
export function electionsToWrite(principal: Principal): Prisma.ElectionWhereInput {
  const { streetId } = principal
  if (reach(principal, 'elections.write') === 'street') return { streetId }
  return { streetId, buildings: { every: { building: buildingsWithin(principal, 'elections.write') } } }
}
