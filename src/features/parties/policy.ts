import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'

/**
 * Party organisations within the principal's scope: a community's by the community, a grid's by the grid.
 * What stands above a scope is named beside its children, but is no record of that scope.
 */
export function partiesWithin(
  principal: Principal,
  permission: Permission,
): Prisma.PartyOrganisationWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  return {
    streetId: principal.streetId,
    OR: [{ communityId: { in: within.communities } }, { gridId: { in: within.grids } }],
  }
}
