import { randomCode, uuidv7 } from '@/core/identifier'
import { buildingKey, communityKey, gridKey, KEYS } from '../../plan/keys'
import type { Plan } from '../../plan/plan'
import { found, fresh, required, type Writing } from '../ground'

/** Communities, compounds, grids and buildings, with a stairwell, a notice board and a code for each entrance. */
export async function writePlaces(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, ids, now } = writing
  await tx.community.createMany({
    data: fresh(writing, plan, 'communities').map(({ id, record }) => ({
      streetId,
      id,
      ...record,
      ...found(record.name, record.code),
    })),
  })
  const compounds = fresh(writing, plan, 'compounds')
  await tx.compound.createMany({
    data: compounds.map(({ id, record: { community, facilities = [], ...record } }) => ({
      streetId,
      id,
      ...record,
      facilities,
      communityId: required(ids.communities.get(communityKey(community))),
      ...found(record.name),
    })),
  })
  const grids = fresh(writing, plan, 'grids')
  await tx.grid.createMany({
    data: grids.map(({ id, record: { community, compounds: _covered, forces = [], ...record } }) => ({
      streetId,
      id,
      ...record,
      forces,
      communityId: required(ids.communities.get(communityKey(community))),
      ...found(record.name, record.code),
    })),
  })
  await tx.gridCompound.createMany({
    data: grids.flatMap(({ id: gridId, record }) =>
      (record.compounds ?? []).flatMap((name) => {
        const compoundId = ids.compounds.get(KEYS.compounds({ name, community: '' }))
        return compoundId ? [{ streetId, gridId, compoundId }] : []
      }),
    ),
    skipDuplicates: true,
  })
  const buildings = fresh(writing, plan, 'buildings')
  await tx.building.createMany({
    data: buildings.map(({ id, record: { compound, grid, ...record } }) => ({
      streetId,
      id,
      ...record,
      compoundId: required(ids.compounds.get(KEYS.compounds({ name: compound, community: '' }))),
      gridId: grid ? (ids.grids.get(gridKey(grid)) ?? null) : null,
      ...found(`${compound}${record.name}`, record.number),
    })),
  })
  const stairwells = buildings.flatMap(({ id: buildingId, record }) =>
    Array.from({ length: Math.min(record.stairwellCount ?? 1, 30) }, (_, index) => ({
      streetId,
      id: uuidv7(now),
      buildingId,
      number: index + 1,
      name: `${index + 1}单元`,
    })),
  )
  await tx.stairwell.createMany({ data: stairwells })
  const boards = stairwells.map(({ id: stairwellId }) => ({ streetId, id: uuidv7(now), stairwellId }))
  await tx.noticeBoard.createMany({ data: boards })
  await tx.publicCode.createMany({
    data: boards.map(({ id: boardId }) => ({ streetId, boardId, code: randomCode(12) })),
  })
}

/** The building that a reference names; the plan has checked that it exists. */
export const buildingId = ({ ids }: Writing, building: { compound: string; number: string }): string =>
  required(ids.buildings.get(buildingKey(building.compound, building.number)))
