import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { findBuildingToWrite } from '../buildings/queries'
import { mayWriteIn } from '../policy'
import { findHousehold, previewOf, type RangePreview } from './queries'
import type { HouseholdChanges, HouseholdRange, NewHousehold } from './schema'

/** A stairwell's doors stand together in the list, ordered by its number, which no renaming changes. */
const found = (stairwell: number, room: string) => ({
  sortKey: sortKey(`${stairwell}-${room}`),
  search: searchText(room),
})

type Entrance = { id: string; number: number; name: string }
type NoEntrance = 'not-found' | 'has-ended' | 'unknown-reference'

/** The stairwell in use of a building that the caller may write. */
async function entranceFor(
  act: Act,
  buildingId: string,
  stairwellId: string,
): Promise<Result<Entrance, NoEntrance>> {
  const building = await findBuildingToWrite(act, buildingId)
  if (!building) return refuse('not-found')
  if (building.endedAt) return refuse('has-ended')
  const entrance = building.stairwells.find(({ id }) => id === stairwellId)
  if (!entrance || entrance.isEnded) return refuse('unknown-reference', { stairwellId: 'unknown-reference' })
  return ok(entrance)
}

/** Whether a stairwell has another household of the door, an ended one too: a door stays what it was. */
async function isTaken(
  { tx, principal }: Act,
  stairwellId: string,
  room: string,
  exceptId?: string,
): Promise<boolean> {
  const same = await tx.household.count({
    where: {
      streetId: principal.streetId,
      stairwellId,
      room,
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
  })
  return same > 0
}

const write = ({ tx, principal, now }: Act, { id, number }: Entrance, rooms: readonly string[]) => {
  const data = rooms.map((room) => ({
    streetId: principal.streetId,
    id: uuidv7(now),
    stairwellId: id,
    room,
    ...found(number, room),
    createdAt: now,
  }))
  // Of two who add the same doors at once the later waits, and adds what the first did not.
  return tx.household.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } })
}

export async function addHousehold(
  act: Act,
  buildingId: string,
  { stairwellId, room }: NewHousehold,
): Promise<Result<{ id: string }, NoEntrance | 'already-exists'>> {
  const entrance = await entranceFor(act, buildingId, stairwellId)
  if (!entrance.ok) return entrance
  const refused = refuse('already-exists', { room: 'already-exists' })
  if (await isTaken(act, stairwellId, room)) return refused
  const [written] = await write(act, entrance.value, [room])
  if (!written) return refused
  await recordAudit(act, {
    action: 'household.add',
    subject: { kind: 'building', id: buildingId },
    changes: changesBetween({}, { stairwell: entrance.value.name, room }),
  })
  return ok({ id: written.id })
}

/** What the range would add, before it is added. */
export async function previewHouseholds(
  act: Act,
  buildingId: string,
  range: HouseholdRange,
): Promise<Result<RangePreview, NoEntrance>> {
  const entrance = await entranceFor(act, buildingId, range.stairwellId)
  return entrance.ok ? ok(await previewOf(act, range)) : entrance
}

/** Adds those doors of a range that are not registered yet. */
export async function addHouseholds(
  act: Act,
  buildingId: string,
  range: HouseholdRange,
): Promise<Result<{ count: number }, NoEntrance | 'already-exists'>> {
  const entrance = await entranceFor(act, buildingId, range.stairwellId)
  if (!entrance.ok) return entrance
  const { added } = await previewOf(act, range)
  if (added.length === 0) return refuse('already-exists', { floorTo: 'already-exists' })
  const { length: count } = await write(act, entrance.value, added)
  await recordAudit(act, {
    action: 'household.add-many',
    subject: { kind: 'building', id: buildingId },
    changes: changesBetween(
      {},
      { stairwell: entrance.value.name, rooms: `${added[0]} – ${added.at(-1)}`, households: count },
    ),
  })
  return ok({ count })
}

async function writable(act: Act, id: string) {
  const household = await findHousehold(act, id, 'places.write')
  const communityId = household?.stairwell.building.compound.communityId
  return household && communityId && mayWriteIn(act.principal, 'places.write', communityId) ? household : null
}

export async function changeHousehold(
  act: Act,
  id: string,
  { room, version }: HouseholdChanges,
): Promise<
  Result<{ id: string; version: number }, 'not-found' | 'has-ended' | 'stale-version' | 'already-exists'>
> {
  const before = await writable(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (before.version !== version) return refuse('stale-version')
  const { stairwell } = before
  if (await isTaken(act, stairwell.id, room, id)) return refuse('already-exists', { room: 'already-exists' })
  const written = await act.tx.household.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { room, ...found(stairwell.number, room), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'household.change',
    subject: { kind: 'building', id: stairwell.building.id },
    changes: changesBetween({ room: before.room }, { room }),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a door out of use, unless a group gathers around it. */
export async function endHousehold(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'still-in-use' | 'stale-version'>> {
  const before = await writable(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  const gathered = await act.tx.centreHousehold.count({
    where: { streetId: act.principal.streetId, householdId: id, endedAt: null },
  })
  if (gathered > 0) return refuse('still-in-use')
  return setEnded(act, before, version, act.now)
}

/** Brings an ended door back, where its stairwell and building are in use. */
export async function resumeHousehold(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const before = await writable(act, id)
  if (!before?.endedAt) return refuse('not-found')
  if (before.stairwell.endedAt || before.stairwell.building.endedAt) return refuse('has-ended')
  return setEnded(act, before, version, null)
}

async function setEnded(
  act: Act,
  { id, room, stairwell }: NonNullable<Awaited<ReturnType<typeof writable>>>,
  version: number,
  endedAt: Date | null,
): Promise<Result<null, 'stale-version'>> {
  const written = await act.tx.household.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { endedAt, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: endedAt ? 'household.end' : 'household.resume',
    subject: { kind: 'building', id: stairwell.building.id },
    changes: changesBetween({}, { stairwell: stairwell.name, room }),
  })
  return ok(null)
}
