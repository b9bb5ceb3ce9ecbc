import { countCaptains } from '@/features/captains/appointments/queries'
import { captainFilter } from '@/features/captains/appointments/schema'
import { buildingsWithin, compoundsWithin, gridsWithin } from '@/features/places/policy'
import { zonesWithin } from '@/features/zones/policy'
import type { Act } from '@/server/act'
import { inTermOn, todayOf } from '@/server/term'

export type Overview = {
  compounds: number
  buildings: number
  buildingsWithoutCaptain: number
  captainsWithoutPhone: number
  grids: number
  gridsWithoutMember: number
  provisionalZones: number
  zonesWithoutLead: number
  compoundsWithoutZone: number
  compoundsWithoutPlace: number
}

/** Coverage at a glance, within what the reader may see. */
export async function overviewOf(act: Act): Promise<Overview> {
  const { tx, principal, now } = act
  const inTerm = inTermOn(todayOf(now))
  const buildings = buildingsWithin(principal, 'places.read')
  const compounds = { AND: [compoundsWithin(principal, 'places.read'), { endedAt: null }] }
  const zones = { AND: [zonesWithin(principal, 'zones.read'), { endedAt: null }] }
  const led = { ...inTerm, worker: { is: inTerm } }
  const grids = { AND: [gridsWithin(principal, 'grids.read'), { endedAt: null }] }
  const [compoundCount, all, uncovered, silent, gridCount, empty, provisional, unled, unzoned, unplaced] =
    await Promise.all([
      tx.compound.count({ where: compounds }),
      tx.building.count({ where: { AND: [buildings, { endedAt: null }] } }),
      tx.building.count({
        where: { AND: [buildings, { endedAt: null, captainBuildings: { none: inTerm } }] },
      }),
      countCaptains(act, captainFilter.parse({ phone: 'none' })),
      tx.grid.count({ where: grids }),
      tx.grid.count({ where: { AND: [grids, { members: { none: inTerm } }] } }),
      tx.zone.count({ where: { AND: [zones, { provisional: true }] } }),
      tx.zone.count({ where: { AND: [zones, { leads: { none: led } }] } }),
      tx.compound.count({ where: { AND: [compounds, { zoneCompound: { is: null } }] } }),
      tx.compound.count({ where: { AND: [compounds, { OR: [{ longitude: null }, { latitude: null }] }] } }),
    ])
  return {
    compounds: compoundCount,
    buildings: all,
    buildingsWithoutCaptain: uncovered,
    captainsWithoutPhone: silent,
    grids: gridCount,
    gridsWithoutMember: empty,
    provisionalZones: provisional,
    zonesWithoutLead: unled,
    compoundsWithoutZone: unzoned,
    compoundsWithoutPlace: unplaced,
  }
}
