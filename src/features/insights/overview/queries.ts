import { countCaptains } from '@/features/captains/appointments/queries'
import { captainFilter } from '@/features/captains/appointments/schema'
import { buildingsWithin, compoundsWithin, gridsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { inTermOn, todayOf } from '@/server/term'

export type Overview = {
  compounds: number
  buildings: number
  buildingsWithoutCaptain: number
  captainsWithoutPhone: number
  grids: number
  gridsWithoutMember: number
}

/** Coverage at a glance, within what the reader may see. */
export async function overviewOf(act: Act): Promise<Overview> {
  const { tx, principal, now } = act
  const inTerm = inTermOn(todayOf(now))
  const buildings = buildingsWithin(principal, 'places.read')
  const grids = { AND: [gridsWithin(principal, 'grids.read'), { endedAt: null }] }
  const [compounds, all, uncovered, silent, gridCount, empty] = await Promise.all([
    tx.compound.count({ where: { AND: [compoundsWithin(principal, 'places.read'), { endedAt: null }] } }),
    tx.building.count({ where: { AND: [buildings, { endedAt: null }] } }),
    tx.building.count({ where: { AND: [buildings, { endedAt: null, captainBuildings: { none: inTerm } }] } }),
    countCaptains(act, captainFilter.parse({ phone: 'none' })),
    tx.grid.count({ where: grids }),
    tx.grid.count({ where: { AND: [grids, { members: { none: inTerm } }] } }),
  ])
  return {
    compounds,
    buildings: all,
    buildingsWithoutCaptain: uncovered,
    captainsWithoutPhone: silent,
    grids: gridCount,
    gridsWithoutMember: empty,
  }
}
