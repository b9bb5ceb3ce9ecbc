import { buildingNumber } from '@/core/building-numbers'
import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { todayOf } from '@/server/term'
import { compoundsWithin, mayWriteIn } from '../policy'
import { openStairwells } from '../stairwells/commands'
import { findBuildingToWrite } from './queries'
import type { BuildingChanges, NewBuilding } from './schema'

const found = (compound: string, name: string, number: string) => ({
  sortKey: sortKey(`${compound}${name}`),
  search: searchText(`${compound}${name}`, number),
})

type Site = { id: string; name: string; communityId: string }

/** The compound, when buildings may be written there. */
async function siteFor({ tx, principal }: Act, compoundId: string): Promise<Site | null> {
  const compound = await tx.compound.findFirst({
    where: { AND: [{ id: compoundId, endedAt: null }, compoundsWithin(principal, 'places.write')] },
    select: { id: true, name: true, communityId: true },
  })
  return compound && mayWriteIn(principal, 'places.write', compound.communityId) ? compound : null
}

/** Whether a grid may hold a building of the community. */
async function isGridOf(
  { tx, principal }: Act,
  gridId: string | null,
  communityId: string,
): Promise<boolean> {
  if (gridId === null) return true
  const { streetId } = principal
  return (await tx.grid.count({ where: { streetId, id: gridId, communityId, endedAt: null } })) > 0
}

/** Whether the compound has another building of the number, an ended one too: 1幢, 1栋 and 1号楼 are one. */
async function isTaken(
  { tx, principal }: Act,
  compoundId: string,
  number: string,
  exceptId?: string,
): Promise<boolean> {
  const same = await tx.building.count({
    where: {
      streetId: principal.streetId,
      compoundId,
      number,
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
  })
  return same > 0
}

/** Adds a building with its stairwells, a notice board and a code for each. */
export async function addBuilding(
  act: Act,
  { compoundId, name, gridId, floors, householdCount, stairwellCount }: NewBuilding,
): Promise<Result<{ id: string }, 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const site = await siteFor(act, compoundId)
  if (!site) return refuse('unknown-reference', { compoundId: 'unknown-reference' })
  if (!(await isGridOf(act, gridId, site.communityId)))
    return refuse('unknown-reference', { gridId: 'unknown-reference' })
  const number = buildingNumber(name) ?? name
  if (await isTaken(act, compoundId, number)) return refuse('already-exists', { name: 'already-exists' })
  const id = uuidv7(now)
  await tx.building.create({
    data: {
      streetId,
      id,
      compoundId,
      gridId,
      number,
      name,
      floors,
      householdCount,
      stairwellCount,
      ...found(site.name, name, number),
      createdAt: now,
    },
    select: { id: true },
  })
  const entrances = Array.from({ length: stairwellCount }, (_, index) => ({
    buildingId: id,
    number: index + 1,
  }))
  await openStairwells(tx, streetId, entrances, now)
  await recordAudit(act, {
    action: 'building.add',
    subject: { kind: 'building', id },
    changes: changesBetween({}, { compound: site.name, name, floors, householdCount, stairwellCount }),
  })
  return ok({ id })
}

export async function changeBuilding(
  act: Act,
  id: string,
  { version, ...changes }: BuildingChanges,
): Promise<
  Result<
    { id: string; version: number },
    'not-found' | 'has-ended' | 'stale-version' | 'unknown-reference' | 'already-exists'
  >
> {
  const { tx, principal } = act
  const before = await findBuildingToWrite(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (before.version !== version) return refuse('stale-version')
  const { compound } = before
  if (!(await isGridOf(act, changes.gridId, compound.community.id)))
    return refuse('unknown-reference', { gridId: 'unknown-reference' })
  const number = buildingNumber(changes.name) ?? changes.name
  if (await isTaken(act, compound.id, number, id)) return refuse('already-exists', { name: 'already-exists' })
  const written = await tx.building.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...changes, number, ...found(compound.name, changes.name, number), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  const grid =
    changes.gridId &&
    (await tx.grid.findFirst({
      where: { streetId: principal.streetId, id: changes.gridId },
      select: { name: true },
    }))
  const { gridId: _, ...told } = changes
  await recordAudit(act, {
    action: 'building.change',
    subject: { kind: 'building', id },
    changes: changesBetween(
      { ...before, grid: before.grid?.name ?? null },
      { ...told, grid: grid ? grid.name : null },
    ),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a building out of use; its sheets are gone at the next load, its captain's care for it ends first. */
export async function endBuilding(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'still-in-use' | 'stale-version'>> {
  const before = await findBuildingToWrite(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  // A captain who is appointed for a later day counts as well.
  const captains = await act.tx.captainBuilding.count({
    where: {
      streetId: act.principal.streetId,
      buildingId: id,
      OR: [{ endsOn: null }, { endsOn: { gte: todayOf(act.now) } }],
    },
  })
  if (captains > 0) return refuse('still-in-use')
  return setEnded(act, id, version, act.now)
}

/** Brings an ended building back, unless its compound has ended too. */
export async function resumeBuilding(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const before = await findBuildingToWrite(act, id)
  if (!before?.endedAt) return refuse('not-found')
  if (!(await siteFor(act, before.compound.id))) return refuse('has-ended')
  return setEnded(act, id, version, null)
}

async function setEnded(
  act: Act,
  id: string,
  version: number,
  endedAt: Date | null,
): Promise<Result<null, 'stale-version'>> {
  const written = await act.tx.building.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { endedAt, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: endedAt ? 'building.end' : 'building.resume',
    subject: { kind: 'building', id },
  })
  return ok(null)
}

/** Lets a compound's buildings, ended ones too, be found and ordered by its new name, in one statement. */
export async function renewBuildingsOf(
  { tx, principal }: Act,
  compoundId: string,
  compound: string,
): Promise<void> {
  const { streetId } = principal
  const buildings = await tx.building.findMany({
    where: { streetId, compoundId },
    select: { id: true, name: true, number: true },
  })
  const renewed = buildings.map(({ id, name, number }) => ({ id, ...found(compound, name, number) }))
  await tx.$executeRaw`
    UPDATE building AS b SET sort_key = r.sort_key, search = r.search
      FROM unnest(${renewed.map(({ id }) => id)}::uuid[], ${renewed.map((one) => one.sortKey)}::text[],
                  ${renewed.map(({ search }) => search)}::text[]) AS r (id, sort_key, search)
     WHERE b.street_id = ${streetId}::uuid AND b.id = r.id`
}
