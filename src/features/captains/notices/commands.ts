import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { gridsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { dateOf, dayFrom } from '@/server/term'
import { findNotice } from './queries'
import type { NewNotice, NoticeChanges } from './schema'

const subjectOf = (id: string) => ({ kind: 'captain-notice', id })

/** Writes a notice for the captains of a grid, to be read from a day to a day. */
export async function writeNotice(
  act: Act,
  { gridId, words, from, until }: NewNotice,
): Promise<Result<{ id: string }, 'unknown-reference' | 'ends-before-start'>> {
  const { tx, principal, now } = act
  const within = { AND: [{ id: gridId, endedAt: null }, gridsWithin(principal, 'notices.write')] }
  if ((await tx.grid.count({ where: within })) === 0)
    return refuse('unknown-reference', { gridId: 'unknown-reference' })
  if (until < from) return refuse('ends-before-start', { until: 'ends-before-start' })
  const id = uuidv7(now)
  await tx.captainNotice.create({
    data: {
      streetId: principal.streetId,
      id,
      gridId,
      words,
      from: dateOf(from),
      until: dateOf(until),
      accountId: principal.accountId,
      actor: principal.name,
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'captain-notice.add',
    subject: subjectOf(id),
    changes: changesBetween({}, { words, from, until }),
  })
  return ok({ id })
}

type Refusal = 'not-found' | 'has-ended' | 'stale-version' | 'ends-before-start'

export async function changeNotice(
  act: Act,
  id: string,
  { words, from, until, version }: NoticeChanges,
): Promise<Result<{ id: string; version: number }, Refusal>> {
  const { tx, principal } = act
  const before = await findNotice(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (until < from) return refuse('ends-before-start', { until: 'ends-before-start' })
  const written = await tx.captainNotice.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { words, from: dateOf(from), until: dateOf(until), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  const was = { words: before.words, from: dayFrom(before.from), until: dayFrom(before.until) }
  await recordAudit(act, {
    action: 'captain-notice.change',
    subject: subjectOf(id),
    changes: changesBetween(was, { words, from, until }),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a notice off the captains' phones before its day. */
export async function takeOffNotice(act: Act, id: string, version: number): Promise<Result<null, Refusal>> {
  const { tx, principal, now } = act
  const before = await findNotice(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  const written = await tx.captainNotice.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'captain-notice.end', subject: subjectOf(id) })
  return ok(null)
}
