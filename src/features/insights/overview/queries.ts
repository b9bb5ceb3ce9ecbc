import { dayOf } from '@/core/instants'
import { buildingsWithin, compoundsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { reach } from '@/server/principal'

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
  const today = new Date(`${dayOf(now)}T00:00:00Z`)
  const inTerm = { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] }
  const buildings = buildingsWithin(principal, 'places.read')
  const within = reach(principal, 'grids.read')
  const grids = {
    streetId: principal.streetId,
    endedAt: null,
    ...(within === 'street'
      ? {}
      : {
          OR: [
            { id: { in: within.grids } },
            { communityId: { in: within.communities } },
            { buildings: { some: buildings } },
          ],
        }),
  }
  const [compounds, all, uncovered, silent, gridCount, empty] = await Promise.all([
    tx.compound.count({ where: { AND: [compoundsWithin(principal, 'places.read'), { endedAt: null }] } }),
    tx.building.count({ where: { AND: [buildings, { endedAt: null }] } }),
    tx.building.count({ where: { AND: [buildings, { endedAt: null, captainBuildings: { none: inTerm } }] } }),
    tx.captainAppointment.count({
      where: {
        streetId: principal.streetId,
        ...inTerm,
        person: { phone: null },
        buildings: { some: { building: buildings } },
      },
    }),
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
