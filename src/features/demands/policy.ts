import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { buildingsWithin, compoundsWithin } from '../places/policy'
import { zonesWithin } from '../zones/policy'

/** Where evidence lies that a permission reaches; what names no building belongs to all parts of its compound's scope. */
function placedWithin(principal: Principal, permission: Permission): Prisma.DemandEvidenceWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return {}
  const { communities, compounds, zones, grids } = within
  return {
    OR: [
      { building: { is: buildingsWithin(principal, permission) } },
      {
        buildingId: null,
        compound: {
          OR: [
            { id: { in: compounds } },
            { communityId: { in: communities } },
            { zoneCompound: { is: { zoneId: { in: zones } } } },
            { gridCompounds: { some: { gridId: { in: grids } } } },
          ],
        },
      },
    ],
  }
}

/** The evidence that a permission reaches; an opinion's only for who may read opinions there. */
export const evidenceWithin = (
  principal: Principal,
  permission: Permission,
): Prisma.DemandEvidenceWhereInput => ({
  AND: [
    { streetId: principal.streetId },
    placedWithin(principal, permission),
    {
      OR: [{ kind: { not: 'opinion' } }, { building: { is: buildingsWithin(principal, 'opinions.read') } }],
    },
  ],
})

/** Demands of which some evidence lies in the scope; a merged one is where its evidence went. */
export function demandsWithin(principal: Principal, permission: Permission): Prisma.DemandWhereInput {
  const evidence = { some: evidenceWithin(principal, permission) }
  return { streetId: principal.streetId, OR: [{ evidence }, { mergedInto: { is: { evidence } } }] }
}

/** Demands that may be changed: those of which no evidence lies outside of the scope. */
export const demandsWritable = (principal: Principal): Prisma.DemandWhereInput => {
  const every = placedWithin(principal, 'demands.write')
  return {
    AND: [demandsWithin(principal, 'demands.write'), { evidence: { every } }, { origins: { every } }],
  }
}

/** Resources that serve the whole street, and those of a zone or a compound of the scope. */
export function resourcesWithin(principal: Principal, permission: Permission): Prisma.ResourceWhereInput {
  const { streetId } = principal
  if (reach(principal, permission) === 'street') return { streetId }
  return { streetId, OR: areasWithin(principal, permission) }
}

/** What the kitchen matched for an area of the scope, or for the whole street. */
export function matchesWithin(principal: Principal, permission: Permission): Prisma.KitchenMatchWhereInput {
  const { streetId } = principal
  if (reach(principal, permission) === 'street') return { streetId }
  return {
    streetId,
    demand: demandsWithin(principal, permission),
    OR: areasWithin(principal, permission),
  }
}

const areasWithin = (principal: Principal, permission: Permission) => [
  { zoneId: null, compoundId: null },
  { zone: { is: zonesWithin(principal, permission) } },
  { compound: { is: compoundsWithin(principal, permission) } },
]
