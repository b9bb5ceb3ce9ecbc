import { compoundsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import type { Site } from './rules'

type Named = { id: string; name: string }

/** What the plan draws of the reader's scope: compounds with their place, and those it cannot draw, by what they lack. */
export async function groundOf(act: Act): Promise<{ sites: Site[]; unplaced: Named[]; unzoned: Named[] }> {
  const compounds = await act.tx.compound.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [compoundsWithin(act.principal, 'zones.read'), { endedAt: null }] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 2_000,
    select: {
      id: true,
      name: true,
      longitude: true,
      latitude: true,
      householdCount: true,
      zoneCompound: { select: { zoneId: true } },
    },
  })
  return {
    sites: compounds.flatMap(({ id, longitude, latitude, householdCount, zoneCompound }) =>
      longitude === null || latitude === null
        ? []
        : [{ id, longitude, latitude, households: householdCount ?? 0, group: zoneCompound?.zoneId ?? null }],
    ),
    unplaced: compounds.filter(({ longitude, latitude }) => longitude === null || latitude === null),
    unzoned: compounds.filter(({ zoneCompound }) => zoneCompound === null),
  }
}
