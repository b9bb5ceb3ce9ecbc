import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { compoundsWithin, mayWriteIn } from '@/features/places/policy'
import type { GridForce } from '@/generated/prisma/enums'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { todayOf } from '@/server/term'
import { findGrid, type GridDetail } from './queries'
import type { GridChanges, NewGrid } from './schema'

const forcesOf = ({ civilisedCity, socialGovernance, urbanManagement }: NewGrid): GridForce[] => [
  ...(civilisedCity ? ['civilised_city' as const] : []),
  ...(socialGovernance ? ['social_governance' as const] : []),
  ...(urbanManagement ? ['urban_management' as const] : []),
]

const rowOf = (grid: NewGrid) => ({
  communityId: grid.communityId,
  code: grid.code,
  name: grid.name,
  branchName: grid.branchName,
  buildingCount: grid.buildingCount,
  forces: forcesOf(grid),
  sortKey: sortKey(grid.name),
  search: searchText(grid.name, grid.code),
})

type Covered = { id: string; name: string }

/** A grid as the history tells it: community and compounds by their names. */
const inWords = (
  { communityId: _, compoundIds: __, ...grid }: NewGrid,
  community: string,
  compounds: readonly Covered[],
) => ({
  ...grid,
  community,
  compounds: compounds.map(({ name }) => name),
})

const asWritten = (grid: GridDetail): NewGrid => ({
  communityId: grid.community.id,
  code: grid.code,
  name: grid.name,
  branchName: grid.branchName,
  buildingCount: grid.buildingCount,
  civilisedCity: grid.forces.includes('civilised_city'),
  socialGovernance: grid.forces.includes('social_governance'),
  urbanManagement: grid.forces.includes('urban_management'),
  compoundIds: grid.compounds.map(({ compound }) => compound.id),
})

/** Whether another grid of the street has the code, ended ones too: a code stays with its grid. */
async function isTaken({ tx, principal }: Act, code: string, exceptId?: string): Promise<boolean> {
  const same = await tx.grid.findFirst({
    where: { streetId: principal.streetId, code, ...(exceptId ? { id: { not: exceptId } } : {}) },
    select: { id: true },
  })
  return same !== null
}

/** The name of the community, when a grid may be placed there. */
async function communityFor({ tx, principal }: Act, communityId: string): Promise<string | null> {
  if (!mayWriteIn(principal, 'grids.write', communityId)) return null
  const community = await tx.community.findFirst({
    where: { streetId: principal.streetId, id: communityId, endedAt: null },
    select: { name: true },
  })
  return community?.name ?? null
}

/** The compounds, when all of them are within the writer's scope and in use or covered already. */
async function coverable(
  { tx, principal }: Act,
  ids: readonly string[],
  kept: readonly string[],
): Promise<Covered[] | null> {
  const wanted = [...new Set(ids)]
  const compounds = await tx.compound.findMany({
    where: {
      AND: [
        { id: { in: wanted } },
        compoundsWithin(principal, 'grids.write'),
        { OR: [{ endedAt: null }, { id: { in: [...kept] } }] },
      ],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return compounds.length === wanted.length ? compounds : null
}

export async function addGrid(
  act: Act,
  grid: NewGrid,
): Promise<Result<{ id: string }, 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const community = await communityFor(act, grid.communityId)
  if (!community) return refuse('unknown-reference', { communityId: 'unknown-reference' })
  const compounds = await coverable(act, grid.compoundIds, [])
  if (!compounds) return refuse('unknown-reference', { compoundIds: 'unknown-reference' })
  if (await isTaken(act, grid.code)) return refuse('already-exists', { code: 'already-exists' })
  const id = uuidv7(now)
  await tx.grid.create({ data: { ...rowOf(grid), streetId, id, createdAt: now }, select: { id: true } })
  await cover(act, id, compounds)
  await recordAudit(act, {
    action: 'grid.add',
    subject: { kind: 'grid', id },
    changes: changesBetween({}, inWords(grid, community, compounds)),
  })
  return ok({ id })
}

/** Lets the grid cover these compounds; what lies outside of the writer's scope stays as it was. */
async function cover({ tx, principal }: Act, gridId: string, compounds: readonly Covered[]): Promise<void> {
  const { streetId } = principal
  const ids = compounds.map(({ id }) => id)
  await tx.gridCompound.deleteMany({
    where: {
      streetId,
      gridId,
      compoundId: { notIn: ids },
      compound: compoundsWithin(principal, 'grids.write'),
    },
  })
  await tx.gridCompound.createMany({
    data: ids.map((compoundId) => ({ streetId, gridId, compoundId })),
    skipDuplicates: true,
  })
}

type Faults = 'not-found' | 'has-ended' | 'stale-version' | 'unknown-reference' | 'already-exists'

export async function changeGrid(
  act: Act,
  id: string,
  { version, ...changes }: GridChanges,
): Promise<Result<{ id: string; version: number }, Faults>> {
  const { tx, principal } = act
  const before = await findGrid(act, id, 'grids.write')
  if (!before || !mayWriteIn(principal, 'grids.write', before.community.id)) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (before.version !== version) return refuse('stale-version')
  const was = asWritten(before)
  const stays = changes.communityId === before.community.id
  const community = stays ? before.community.name : await communityFor(act, changes.communityId)
  if (!community) return refuse('unknown-reference', { communityId: 'unknown-reference' })
  const compounds = await coverable(act, changes.compoundIds, was.compoundIds)
  if (!compounds) return refuse('unknown-reference', { compoundIds: 'unknown-reference' })
  if (await isTaken(act, changes.code, id)) return refuse('already-exists', { code: 'already-exists' })
  const written = await tx.grid.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...rowOf(changes), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await cover(act, id, compounds)
  const covered = before.compounds.map(({ compound }) => compound)
  await recordAudit(act, {
    action: 'grid.change',
    subject: { kind: 'grid', id },
    changes: changesBetween(
      inWords(was, before.community.name, covered),
      inWords(changes, community, compounds),
    ),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a grid out of use; buildings in it and members appointed to it come first. */
export async function endGrid(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'still-in-use' | 'stale-version'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const before = await findGrid(act, id, 'grids.write')
  if (!before || !mayWriteIn(principal, 'grids.write', before.community.id)) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  // An appointment that is being made holds the grid: it is waited for, and then seen.
  await tx.$queryRaw`SELECT id FROM grid WHERE street_id = ${streetId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`
  const [buildings, members] = await Promise.all([
    tx.building.count({ where: { streetId, gridId: id, endedAt: null } }),
    tx.gridMember.count({
      where: { streetId, gridId: id, OR: [{ endsOn: null }, { endsOn: { gte: todayOf(now) } }] },
    }),
  ])
  if (buildings > 0 || members > 0) return refuse('still-in-use')
  return writeEnd(act, id, version, now)
}

export async function resumeGrid(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'stale-version'>> {
  const before = await findGrid(act, id, 'grids.write')
  if (!before?.endedAt || !mayWriteIn(act.principal, 'grids.write', before.community.id))
    return refuse('not-found')
  return writeEnd(act, id, version, null)
}

async function writeEnd(
  act: Act,
  id: string,
  version: number,
  endedAt: Date | null,
): Promise<Result<null, 'stale-version'>> {
  const written = await act.tx.grid.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { endedAt, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: endedAt ? 'grid.end' : 'grid.resume', subject: { kind: 'grid', id } })
  return ok(null)
}
