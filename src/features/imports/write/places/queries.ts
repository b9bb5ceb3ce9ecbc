import type { Tx } from '@/server/db'
import { type Held, known } from '../held'

const community = { select: { name: true } }

/** Communities, compounds, grids and buildings, with what they are in, by name. */
export async function placesOf(tx: Tx, streetId: string) {
  const where = { streetId }
  const communities = await tx.community.findMany({
    where,
    select: {
      id: true,
      endedAt: true,
      name: true,
      code: true,
      officePhone: true,
      officeAddress: true,
      officeHours: true,
    },
  })
  const compounds = await tx.compound.findMany({
    where,
    omit: { streetId: true, communityId: true, sortKey: true, search: true, version: true, createdAt: true },
    include: { community },
  })
  const grids = await tx.grid.findMany({
    where,
    omit: { streetId: true, communityId: true, sortKey: true, search: true, version: true, createdAt: true },
    include: { community, compounds: { select: { compound: { select: { name: true } } } } },
  })
  const buildings = await tx.building.findMany({
    where,
    select: {
      id: true,
      endedAt: true,
      number: true,
      name: true,
      stairwellCount: true,
      floors: true,
      householdCount: true,
      compound: { select: { name: true } },
      grid: { select: { code: true } },
    },
  })
  return {
    communities: communities.map(
      ({ id, endedAt, name, ...facts }): Held<'communities'> => ({
        id,
        ended: endedAt !== null,
        record: { name, ...known(facts) },
      }),
    ),
    compounds: compounds.map(
      ({ id, endedAt, name, community, ...facts }): Held<'compounds'> => ({
        id,
        ended: endedAt !== null,
        record: { name, community: community.name, ...known(facts) },
      }),
    ),
    grids: grids.map(
      ({ id, endedAt, code, name, community, compounds: covered, ...facts }): Held<'grids'> => ({
        id,
        ended: endedAt !== null,
        record: {
          code,
          name,
          community: community.name,
          compounds: covered.map(({ compound }) => compound.name),
          ...known(facts),
        },
      }),
    ),
    buildings: buildings.map(
      ({ id, endedAt, number, name, compound, grid, ...facts }): Held<'buildings'> => ({
        id,
        ended: endedAt !== null,
        record: {
          compound: compound.name,
          number,
          name,
          ...(grid ? { grid: grid.code } : {}),
          ...known(facts),
        },
      }),
    ),
  }
}
