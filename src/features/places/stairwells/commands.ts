import { randomCode, uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { type BuildingDetail, findBuildingToWrite } from '../buildings/queries'
import type { NewStairwell, StairwellChanges } from './schema'

const nameOf = (number: number) => `${number}单元`

/** Opens stairwells, each with a notice board and a code of its own; answers their ids in order. */
export async function openStairwells(
  tx: Tx,
  streetId: string,
  entrances: readonly { buildingId: string; number: number; name?: string }[],
  now: Date,
): Promise<string[]> {
  const stairwells = entrances.map(({ buildingId, number, name }) => ({
    streetId,
    id: uuidv7(now),
    buildingId,
    number,
    name: name ?? nameOf(number),
    createdAt: now,
  }))
  await tx.stairwell.createMany({ data: stairwells })
  const boards = stairwells.map(({ id: stairwellId }) => ({
    streetId,
    id: uuidv7(now),
    stairwellId,
    createdAt: now,
  }))
  await tx.noticeBoard.createMany({ data: boards })
  await tx.publicCode.createMany({
    data: boards.map(({ id: boardId }) => ({ streetId, boardId, code: randomCode(12), createdAt: now })),
  })
  return stairwells.map(({ id }) => id)
}

/** Holds the building as of the version that was read, so that two who change its stairwells come one after the other. */
async function holdBuilding({ tx, principal }: Act, id: string, version: number): Promise<boolean> {
  const written = await tx.building.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { version: { increment: 1 } },
  })
  return written.count > 0
}

const isNamed = (building: BuildingDetail, name: string, exceptId?: string): boolean =>
  building.stairwells.some((other) => other.name === name && other.id !== exceptId)

/** Opens one more stairwell; how many the register counts in the building stays the register's own figure. */
export async function addStairwell(
  act: Act,
  buildingId: string,
  { number: given, name: givenName, version }: NewStairwell,
): Promise<Result<{ id: string }, 'not-found' | 'has-ended' | 'stale-version' | 'already-exists'>> {
  const building = await findBuildingToWrite(act, buildingId)
  if (!building) return refuse('not-found')
  if (building.endedAt) return refuse('has-ended')
  const numbers = building.stairwells.map(({ number }) => number)
  const number = given ?? Math.max(0, ...numbers) + 1
  if (numbers.includes(number)) return refuse('already-exists', { number: 'already-exists' })
  const name = givenName ?? nameOf(number)
  if (isNamed(building, name)) return refuse('already-exists', { name: 'already-exists' })
  if (!(await holdBuilding(act, buildingId, version))) return refuse('stale-version')
  const { tx, principal, now } = act
  await openStairwells(tx, principal.streetId, [{ buildingId, number, name }], now)
  await recordAudit(act, {
    action: 'stairwell.add',
    subject: { kind: 'building', id: buildingId },
    changes: changesBetween({}, { stairwell: name }),
  })
  // A stairwell has no page of its own; whoever added it goes back to the building.
  return ok({ id: buildingId })
}

type Written = BuildingDetail['stairwells'][number] & { building: BuildingDetail }

/** A stairwell of a building that the caller may write. */
async function writable(act: Act, id: string): Promise<Written | null> {
  const { tx, principal } = act
  const found = await tx.stairwell.findFirst({
    where: { streetId: principal.streetId, id },
    select: { buildingId: true },
  })
  const building = found && (await findBuildingToWrite(act, found.buildingId))
  const stairwell = building?.stairwells.find((one) => one.id === id)
  return building && stairwell ? { ...stairwell, building } : null
}

export async function renameStairwell(
  act: Act,
  id: string,
  { name, version }: StairwellChanges,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version' | 'already-exists'>> {
  const before = await writable(act, id)
  if (!before) return refuse('not-found')
  if (before.isEnded || before.building.endedAt) return refuse('has-ended')
  if (isNamed(before.building, name, id)) return refuse('already-exists', { name: 'already-exists' })
  if (!(await holdBuilding(act, before.building.id, version))) return refuse('stale-version')
  await act.tx.stairwell.updateMany({ where: { streetId: act.principal.streetId, id }, data: { name } })
  await recordAudit(act, {
    action: 'stairwell.change',
    subject: { kind: 'building', id: before.building.id },
    changes: changesBetween({ stairwell: before.name }, { stairwell: name }),
  })
  return ok(null)
}

/** Takes a stairwell out of use; its sheet is gone at the next load. */
export async function endStairwell(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const before = await writable(act, id)
  if (!before) return refuse('not-found')
  return before.isEnded ? refuse('has-ended') : setEnded(act, before, version, act.now)
}

/** Brings an ended stairwell back, where its building is in use. */
export async function resumeStairwell(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const before = await writable(act, id)
  if (!before?.isEnded) return refuse('not-found')
  return before.building.endedAt ? refuse('has-ended') : setEnded(act, before, version, null)
}

async function setEnded(
  act: Act,
  { id, name, building }: Written,
  version: number,
  endedAt: Date | null,
): Promise<Result<null, 'stale-version'>> {
  if (!(await holdBuilding(act, building.id, version))) return refuse('stale-version')
  await act.tx.stairwell.updateMany({ where: { streetId: act.principal.streetId, id }, data: { endedAt } })
  await recordAudit(act, {
    action: endedAt ? 'stairwell.end' : 'stairwell.resume',
    subject: { kind: 'building', id: building.id },
    changes: changesBetween({}, { stairwell: name }),
  })
  return ok(null)
}
