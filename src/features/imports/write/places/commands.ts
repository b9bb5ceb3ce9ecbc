import { buildingKey, communityKey, gridKey, KEYS } from '../../plan/keys'
import type { Plan } from '../../plan/plan'
import type { Building, Compound, Grid } from '../../plan/records'
import { found, required, type Work, type Writing, workOf } from '../ground'
import { changeRows, removeRows } from '../journal/commands'
import { writeStairwells } from './stairwells/commands'

const BACK_IN_USE = { endedAt: null }

/** Communities, compounds, grids and buildings, each building with a stairwell, a notice board and a code for each entrance. */
export async function writePlaces(writing: Writing, plan: Plan): Promise<void> {
  await writeCommunities(writing, plan)
  await writeCompounds(writing, plan)
  await writeGrids(writing, plan)
  await writeBuildings(writing, plan)
}

async function writeCommunities(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId } = writing
  const { fresh, changed, resumed } = workOf(writing, plan, 'communities')
  const row = ({ id, record }: (typeof fresh)[number]) => ({
    id,
    ...record,
    ...found(record.name, record.code),
  })
  await tx.community.createMany({ data: fresh.map((one) => ({ streetId, ...row(one) })) })
  await changeRows(writing, 'community', changed.map(row))
  await changeRows(
    writing,
    'community',
    resumed.map((one) => ({ ...row(one), ...BACK_IN_USE })),
  )
}

async function writeCompounds(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, ids } = writing
  const { fresh, changed, resumed } = workOf(writing, plan, 'compounds')
  const row = ({ id, record: { community, ...record } }: { id: string; record: Compound }) => ({
    id,
    ...record,
    communityId: required(ids.communities.get(communityKey(community))),
    ...found(record.name),
  })
  await tx.compound.createMany({ data: fresh.map((one) => ({ streetId, facilities: [], ...row(one) })) })
  await changeRows(writing, 'compound', changed.map(row))
  await changeRows(
    writing,
    'compound',
    resumed.map((one) => ({ ...row(one), ...BACK_IN_USE })),
  )
}

async function writeGrids(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, ids } = writing
  const work = workOf(writing, plan, 'grids')
  const row = ({
    id,
    record: { community, compounds: _covered, ...record },
  }: {
    id: string
    record: Grid
  }) => ({
    id,
    ...record,
    communityId: required(ids.communities.get(communityKey(community))),
    ...found(record.name, record.code),
  })
  await tx.grid.createMany({ data: work.fresh.map((one) => ({ streetId, forces: [], ...row(one) })) })
  await changeRows(writing, 'grid', work.changed.map(row))
  await changeRows(
    writing,
    'grid',
    work.resumed.map((one) => ({ ...row(one), ...BACK_IN_USE })),
  )
  await coverCompounds(writing, work)
}

/** The compounds that a register says a grid covers are those that it covers: the list is whole. */
async function coverCompounds(
  { tx, streetId, ids, ...rest }: Writing,
  { fresh, changed, resumed }: Work<'grids'>,
): Promise<void> {
  const stated = [...fresh, ...changed, ...resumed].flatMap(({ id: gridId, record: { compounds } }) => {
    const covered = compounds?.flatMap(
      (name) => ids.compounds.get(KEYS.compounds({ name, community: '' })) ?? [],
    )
    return covered ? [{ gridId, covered }] : []
  })
  const listed = new Set(stated.flatMap(({ gridId, covered }) => covered.map((id) => `${gridId}|${id}`)))
  const before = await tx.gridCompound.findMany({
    where: { streetId, gridId: { in: stated.map(({ gridId }) => gridId) } },
    select: { gridId: true, compoundId: true },
  })
  const gone = before.filter(({ gridId, compoundId }) => !listed.has(`${gridId}|${compoundId}`))
  await removeRows({ tx, streetId, ids, ...rest }, 'grid_compound', gone)
  await tx.gridCompound.createMany({
    data: stated.flatMap(({ gridId, covered }) =>
      covered.map((compoundId) => ({ streetId, gridId, compoundId })),
    ),
    skipDuplicates: true,
  })
}

async function writeBuildings(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, ids } = writing
  const { fresh, changed, resumed } = workOf(writing, plan, 'buildings')
  const row = ({ id, record: { compound, grid, ...record } }: { id: string; record: Building }) => ({
    id,
    ...record,
    compoundId: required(ids.compounds.get(KEYS.compounds({ name: compound, community: '' }))),
    ...(grid === undefined ? {} : { gridId: ids.grids.get(gridKey(grid)) ?? null }),
    ...found(`${compound}${record.name}`, record.number),
  })
  await tx.building.createMany({ data: fresh.map((one) => ({ streetId, ...row(one) })) })
  await changeRows(writing, 'building', changed.map(row))
  await changeRows(
    writing,
    'building',
    resumed.map((one) => ({ ...row(one), ...BACK_IN_USE })),
  )
  await writeStairwells(
    writing,
    [...fresh, ...changed, ...resumed].map(({ id, record }) => ({ id, count: record.stairwellCount })),
  )
}

/** The building that a reference names; the plan has checked that it exists. */
export const buildingId = ({ ids }: Writing, building: { compound: string; number: string }): string =>
  required(ids.buildings.get(buildingKey(building.compound, building.number)))
