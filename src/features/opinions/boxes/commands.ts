import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { dateOf, dayFrom } from '@/server/term'
import { buildingsWithin } from '../../places/policy'
import { hourOf } from '../rules'
import { findBox } from './queries'
import type { BoxChanges, Emptying, NewBox } from './schema'

const subjectOf = (id: string) => ({ kind: 'opinion-box', id })

/** Enters a box that hangs at a building. */
export async function hangBox(
  act: Act,
  { buildingId, serves, place, since }: NewBox,
): Promise<Result<{ id: string }, 'unknown-reference' | 'in-the-future'>> {
  const { tx, principal, now } = act
  const within = { AND: [{ id: buildingId, endedAt: null }, buildingsWithin(principal, 'opinions.handle')] }
  if ((await tx.building.count({ where: within })) === 0)
    return refuse('unknown-reference', { buildingId: 'unknown-reference' })
  if (since > dayOf(now)) return refuse('in-the-future', { since: 'in-the-future' })
  const id = uuidv7(now)
  await tx.opinionBox.create({
    data: {
      streetId: principal.streetId,
      id,
      buildingId,
      serves,
      place,
      since: dateOf(since),
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'opinion-box.add',
    subject: subjectOf(id),
    changes: changesBetween({}, { buildingId, serves, place, since }),
  })
  return ok({ id })
}

type Refusal = 'not-found' | 'has-ended' | 'stale-version' | 'in-the-future' | 'box-newer' | 'two-people'

export async function changeBox(
  act: Act,
  id: string,
  { serves, place, since, version }: BoxChanges,
): Promise<Result<{ id: string; version: number }, Refusal>> {
  const { tx, principal, now } = act
  const box = await findBox(act, id, 'opinions.handle')
  if (!box) return refuse('not-found')
  if (box.endedAt) return refuse('has-ended')
  if (since > dayOf(now)) return refuse('in-the-future', { since: 'in-the-future' })
  const written = await tx.opinionBox.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { serves, place, since: dateOf(since), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'opinion-box.change',
    subject: subjectOf(id),
    changes: changesBetween(
      { serves: box.serves, place: box.place, since: dayFrom(box.since) },
      { serves, place, since },
    ),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a box out of use; its rounds stay. */
export async function takeDownBox(act: Act, id: string, version: number): Promise<Result<null, Refusal>> {
  const { tx, principal, now } = act
  const box = await findBox(act, id, 'opinions.handle')
  if (!box) return refuse('not-found')
  if (box.endedAt) return refuse('has-ended')
  const written = await tx.opinionBox.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'opinion-box.end', subject: subjectOf(id) })
  return ok(null)
}

/** Records that a box was emptied, by which two and with how many slips; the hour is all that its slips will tell of when. */
export async function emptyBox(
  act: Act,
  id: string,
  { emptiedAt, witness, slips }: Emptying,
): Promise<Result<{ id: string }, Refusal>> {
  const { tx, principal, now } = act
  const at = new Date(emptiedAt)
  const box = await findBox(act, id, 'opinions.handle')
  if (!box) return refuse('not-found')
  if (box.endedAt) return refuse('has-ended')
  if (witness === principal.name) return refuse('two-people', { witness: 'two-people' })
  if (at > now) return refuse('in-the-future', { emptiedAt: 'in-the-future' })
  if (dayOf(at) < dayFrom(box.since)) return refuse('box-newer', { emptiedAt: 'box-newer' })
  const roundId = uuidv7(now)
  await tx.opinionBoxRound.create({
    data: {
      streetId: principal.streetId,
      id: roundId,
      boxId: id,
      emptiedHour: hourOf(at),
      slips,
      accountId: principal.accountId,
      actor: principal.name,
      witness,
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'opinion-box.empty',
    subject: subjectOf(id),
    changes: changesBetween({}, { slips, witness }),
  })
  return ok({ id: roundId })
}
