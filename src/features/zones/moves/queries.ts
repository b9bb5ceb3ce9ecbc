import { compoundsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'

/** The compounds in use, each with its version and its zone, by name. */
export async function compoundsToMove(act: Act) {
  const compounds = await act.tx.compound.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [compoundsWithin(act.principal, 'zones.write'), { endedAt: null }] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 2_000,
    select: {
      id: true,
      name: true,
      version: true,
      householdCount: true,
      community: { select: { name: true } },
      zoneCompound: { select: { zoneId: true } },
    },
  })
  return compounds.map(({ zoneCompound, householdCount, community, ...compound }) => ({
    ...compound,
    community: community.name,
    households: householdCount ?? 0,
    zoneId: zoneCompound?.zoneId ?? null,
  }))
}
