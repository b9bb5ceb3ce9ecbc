import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { findCheckpoint } from './queries'
import type { CheckpointChanges, NewCheckpoint } from './schema'

const subjectOf = (id: string) => ({ kind: 'checkpoint', id })

type Fault = { categoryId?: 'unknown-reference'; buildingId?: 'unknown-reference' }

async function faultIn(
  { tx, principal }: Act,
  { categoryId, buildingId }: { categoryId: string | null; buildingId?: string | null },
): Promise<Fault | null> {
  const { streetId } = principal
  if (
    categoryId &&
    (await tx.requestCategory.count({ where: { streetId, id: categoryId, endedAt: null } })) === 0
  )
    return { categoryId: 'unknown-reference' }
  if (buildingId && (await tx.building.count({ where: { streetId, id: buildingId, endedAt: null } })) === 0)
    return { buildingId: 'unknown-reference' }
  return null
}

/** Adds a point to the checklist of all buildings, or of one. */
export async function addCheckpoint(
  act: Act,
  checkpoint: NewCheckpoint,
): Promise<Result<{ id: string }, 'unknown-reference'>> {
  const { tx, principal, now } = act
  const fault = await faultIn(act, checkpoint)
  if (fault) return refuse('unknown-reference', fault)
  const id = uuidv7(now)
  await tx.checkpoint.create({
    data: { ...checkpoint, streetId: principal.streetId, id, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'checkpoint.add',
    subject: subjectOf(id),
    changes: changesBetween({}, checkpoint),
  })
  return ok({ id })
}

export async function changeCheckpoint(
  act: Act,
  id: string,
  { version, ...changes }: CheckpointChanges,
): Promise<
  Result<{ id: string; version: number }, 'not-found' | 'has-ended' | 'stale-version' | 'unknown-reference'>
> {
  const { tx, principal } = act
  const before = await findCheckpoint(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  const fault = await faultIn(act, changes)
  if (fault) return refuse('unknown-reference', fault)
  const written = await tx.checkpoint.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...changes, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'checkpoint.change',
    subject: subjectOf(id),
    changes: changesBetween({ ...before, categoryId: before.category?.id ?? null }, changes),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a point off the checklists; rounds that have marked it keep it. */
export async function endCheckpoint(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal, now } = act
  const before = await findCheckpoint(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  const written = await tx.checkpoint.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'checkpoint.end', subject: subjectOf(id) })
  return ok(null)
}

/** Leaves a point of all buildings out at one that has no such thing, or takes it in again. */
export async function leaveOut(
  act: Act,
  checkpointId: string,
  buildingId: string,
  isLeftOut: boolean,
): Promise<Result<null, 'not-found' | 'unknown-reference'>> {
  const { tx, principal } = act
  const { streetId } = principal
  const before = await findCheckpoint(act, checkpointId)
  if (!before || before.building) return refuse('not-found')
  const buildings = await tx.building.count({ where: { streetId, id: buildingId } })
  if (buildings === 0) return refuse('unknown-reference', { buildingId: 'unknown-reference' })
  if (isLeftOut)
    await tx.checkpointLeftOut.createMany({
      data: [{ streetId, checkpointId, buildingId }],
      skipDuplicates: true,
    })
  else await tx.checkpointLeftOut.deleteMany({ where: { streetId, checkpointId, buildingId } })
  await recordAudit(act, {
    action: isLeftOut ? 'checkpoint.leave-out' : 'checkpoint.take-in',
    subject: subjectOf(checkpointId),
    changes: { buildingId: { to: buildingId } },
  })
  return ok(null)
}

/** What the rounds of a street look at until its office says otherwise, with the category that a bad mark becomes. */
const SEED = [
  ['hygiene', '楼道地面', 'Stairwell floor', 'cleaning'],
  ['hygiene', '楼道杂物', 'Things left in the stairwell', 'rubbish'],
  ['hygiene', '墙面小广告', 'Stickers on the walls', 'cleaning'],
  ['hygiene', '门前垃圾', 'Rubbish at the door', 'rubbish'],
  ['hygiene', '绿化带', 'Green strip', 'greenery'],
  ['safety', '消防通道', 'Fire lane', 'fire-lane'],
  ['safety', '电动车进楼、飞线充电', 'E-bikes indoors, loose charging cables', 'e-bike'],
  ['safety', '私拉电线', 'Loose wiring', 'other'],
  ['safety', '楼道灯', 'Stairwell lights', 'stair-light'],
  ['safety', '单元门', 'Entrance door', 'door-wall'],
] as const

/** Gives a street without checkpoints those it starts with, each to be reported as the category of that code. */
export async function seedCheckpoints(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.checkpoint.count({ where: { streetId } })) > 0) return
  const categories = await tx.requestCategory.findMany({
    where: { streetId, endedAt: null },
    select: { id: true, code: true },
  })
  const byCode = new Map(categories.map(({ id, code }) => [code, id]))
  await tx.checkpoint.createMany({
    data: SEED.map(([kind, name, nameEn, code], place) => ({
      streetId,
      id: uuidv7(now),
      kind,
      name,
      nameEn,
      categoryId: byCode.get(code) ?? null,
      position: (place + 1) * 10,
      createdAt: now,
    })),
  })
}
