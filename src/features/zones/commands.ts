import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'
import { cutZones } from './rules'

/** Cuts the street's located compounds into provisional zones with leads from its workers, where there are no zones yet. */
export async function cutProvisionalZones(tx: Tx, streetId: string, count: number, now: Date): Promise<void> {
  if ((await tx.zone.count({ where: { streetId } })) > 0) return
  const compounds = await tx.compound.findMany({
    where: { streetId, endedAt: null, longitude: { not: null }, latitude: { not: null } },
    select: { id: true, name: true, longitude: true, latitude: true, householdCount: true },
  })
  // Ids differ from one import to the next; names do not, and decide where two compounds stand in one place.
  const sites = compounds.map(({ id, name, longitude, latitude, householdCount }) => ({
    id: name,
    compoundId: id,
    longitude: longitude ?? 0,
    latitude: latitude ?? 0,
    households: householdCount ?? 0,
  }))
  const idOf = new Map(sites.map((site) => [site.id, site.compoundId]))
  const zones = cutZones(sites, count).map((members, index) => ({
    id: uuidv7(now),
    name: `第${index + 1}片区`,
    number: index + 1,
    members,
  }))
  await tx.zone.createMany({
    data: zones.map(({ id, name, number }) => ({
      streetId,
      id,
      name,
      provisional: true,
      sortKey: sortKey(`第${String(number).padStart(2, '0')}片区`),
      search: searchText(name),
    })),
  })
  await tx.zoneCompound.createMany({
    data: zones.flatMap(({ id: zoneId, members }) =>
      members.flatMap((member) => {
        const compoundId = idOf.get(member.id)
        return compoundId ? [{ streetId, zoneId, compoundId }] : []
      }),
    ),
  })
  const workers = await tx.worker.findMany({
    where: { streetId, endsOn: null },
    orderBy: { employeeNumber: 'desc' },
    take: zones.length,
    select: { id: true },
  })
  const startsOn = new Date(`${dayOf(now)}T00:00:00Z`)
  await tx.zoneLead.createMany({
    data: zones.flatMap(({ id: zoneId }, index) => {
      const worker = workers[index]
      return worker ? [{ streetId, id: uuidv7(now), zoneId, workerId: worker.id, startsOn }] : []
    }),
  })
}
