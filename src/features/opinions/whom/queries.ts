import type { Act } from '@/server/act'
import { todayOf } from '@/server/term'

export type Whom = { value: string; label: string }

/** Whom a complaint from a building can name: who looks or looked after it, workers there, and the staff who read it. */
export async function whomAt({ tx, principal, now }: Act, buildingId: string): Promise<Whom[]> {
  const { streetId } = principal
  const building = await tx.building.findUniqueOrThrow({
    where: { streetId_id: { streetId, id: buildingId } },
    select: {
      gridId: true,
      compound: { select: { communityId: true, zoneCompound: { select: { zoneId: true } } } },
    },
  })
  const { communityId, zoneCompound } = building.compound
  const persons = await tx.person.findMany({
    where: {
      streetId,
      OR: [
        { appointments: { some: { buildings: { some: { buildingId } } } } },
        ...(building.gridId ? [{ gridMembers: { some: { gridId: building.gridId } } }] : []),
        { workers: { some: { requests: { some: { buildingId } } } } },
        ...(zoneCompound
          ? [{ workers: { some: { leads: { some: { zoneId: zoneCompound.zoneId } } } } }]
          : []),
      ],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, name: true },
  })
  const accounts = await tx.account.findMany({
    where: {
      streetId,
      suspendedAt: null,
      person: { is: null },
      grants: {
        some: {
          role: { in: ['street_admin', 'street_staff', 'dispatcher', 'community_staff'] },
          OR: [{ scopeKind: 'street' }, { scopeKind: 'community', scopeId: communityId }],
          AND: [{ OR: [{ endsOn: null }, { endsOn: { gte: todayOf(now) } }] }],
        },
      },
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, displayName: true },
  })
  return [
    ...persons.map(({ id, name }) => ({ value: `person:${id}`, label: name })),
    ...accounts.map(({ id, displayName }) => ({ value: `account:${id}`, label: displayName })),
  ]
}
