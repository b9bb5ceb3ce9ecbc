import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'

/** Compounds of which the principal's scope holds the whole or a part. */
export function compoundsWithin(principal: Principal, permission: Permission): Prisma.CompoundWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  const { communities, compounds, zones, grids, buildings } = within
  return {
    streetId: principal.streetId,
    OR: [
      { communityId: { in: communities } },
      { id: { in: compounds } },
      { zoneCompound: { is: { zoneId: { in: zones } } } },
      { gridCompounds: { some: { gridId: { in: grids } } } },
      { buildings: { some: { OR: [{ gridId: { in: grids } }, { id: { in: buildings } }] } } },
    ],
  }
}

/** Buildings within the principal's scope. */
export function buildingsWithin(principal: Principal, permission: Permission): Prisma.BuildingWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  const { communities, compounds, zones, grids, buildings } = within
  return {
    streetId: principal.streetId,
    OR: [
      { id: { in: buildings } },
      { gridId: { in: grids } },
      { compoundId: { in: compounds } },
      {
        compound: {
          is: {
            OR: [{ communityId: { in: communities } }, { zoneCompound: { is: { zoneId: { in: zones } } } }],
          },
        },
      },
    ],
  }
}

/** Communities of the scope, and those in which a part of it lies. */
export function communitiesWithin(principal: Principal, permission: Permission): Prisma.CommunityWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  const { compounds, zones, grids, buildings } = within
  return {
    streetId: principal.streetId,
    OR: [
      { id: { in: within.communities } },
      { grids: { some: { id: { in: grids } } } },
      {
        compounds: {
          some: {
            OR: [
              { id: { in: compounds } },
              { zoneCompound: { is: { zoneId: { in: zones } } } },
              { buildings: { some: { id: { in: buildings } } } },
            ],
          },
        },
      },
    ],
  }
}

/** Grids of the scope, and those that a part of it lies in. */
export function gridsWithin(principal: Principal, permission: Permission): Prisma.GridWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  return {
    streetId: principal.streetId,
    OR: [
      { id: { in: within.grids } },
      { communityId: { in: within.communities } },
      { buildings: { some: buildingsWithin(principal, permission) } },
    ],
  }
}

/** Whether a record that stands in the community may be written there; the parts of a community have no say over it. */
export function mayWriteIn(principal: Principal, permission: Permission, communityId: string): boolean {
  const within = reach(principal, permission)
  return within === 'street' || within.communities.includes(communityId)
}
