import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { buildingsWithin, compoundsWithin } from '../../places/policy'
import { communitiesToTell, mayTellStreet } from './policy'
import { findOutageToWrite } from './queries'
import { type Level, type NewOutage, type OutageChanges, placeNamed } from './schema'

const subjectOf = (id: string) => ({ kind: 'outage', id })

/** The row's own column for a place within the writer's scope; null when it is not there. */
async function columnFor(
  { tx, principal }: Act,
  { level, id }: { level: Level; id: string },
): Promise<Record<string, string> | null> {
  const inUse = { id, endedAt: null }
  const counts: Record<Level, () => Promise<number>> = {
    community: () => tx.community.count({ where: { AND: [communitiesToTell(principal), inUse] } }),
    compound: () =>
      tx.compound.count({ where: { AND: [compoundsWithin(principal, 'outages.write'), inUse] } }),
    building: () =>
      tx.building.count({ where: { AND: [buildingsWithin(principal, 'outages.write'), inUse] } }),
    stairwell: () =>
      tx.stairwell.count({
        where: { AND: [inUse, { building: { is: buildingsWithin(principal, 'outages.write') } }] },
      }),
  }
  return (await counts[level]()) > 0 ? { [`${level}Id`]: id } : null
}

/** Tells a place's residents of an outage. */
export async function giveNotice(
  act: Act,
  { place, wholeStreet: _, ...told }: NewOutage,
): Promise<Result<{ id: string }, 'unknown-reference'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const named = place === null ? null : placeNamed(place)
  const column = named ? await columnFor(act, named) : mayTellStreet(principal) ? {} : null
  if (!column) return refuse('unknown-reference', { place: 'unknown-reference' })
  const id = uuidv7(now)
  await tx.outageNotice.create({
    data: { streetId, id, ...column, ...told, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'outage.tell',
    subject: subjectOf(id),
    changes: { kind: { to: told.kind }, title: { to: told.title } },
  })
  return ok({ id })
}

type Changed = Result<{ id: string; version: number }, 'not-found' | 'has-ended' | 'stale-version'>

async function write(act: Act, id: string, version: number, data: object): Promise<boolean> {
  const written = await act.tx.outageNotice.updateMany({
    where: { streetId: act.principal.streetId, id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return written.count > 0
}

const words = (at: Date | null) => at?.toISOString() ?? null

export async function changeNotice(
  act: Act,
  id: string,
  { version, ...told }: OutageChanges,
): Promise<Changed> {
  const before = await findOutageToWrite(act, id)
  if (!before) return refuse('not-found')
  if (before.state === 'withdrawn' || before.state === 'over') return refuse('has-ended')
  if (!(await write(act, id, version, told))) return refuse('stale-version')
  const timed = <T extends { startsAt: Date; endsAt: Date | null }>(one: T) => ({
    ...one,
    startsAt: words(one.startsAt),
    endsAt: words(one.endsAt),
  })
  const { kind, isPlanned, title, titleEn, words: said, wordsEn, startsAt, endsAt } = before
  await recordAudit(act, {
    action: 'outage.change',
    subject: subjectOf(id),
    changes: changesBetween(
      timed({ kind, isPlanned, title, titleEn, words: said, wordsEn, startsAt, endsAt }),
      timed(told),
    ),
  })
  return ok({ id, version: version + 1 })
}

/** It is over: from now on nobody is told of it. */
export async function endNotice(act: Act, id: string, version: number): Promise<Changed> {
  const before = await findOutageToWrite(act, id)
  if (!before) return refuse('not-found')
  if (before.state !== 'current') return refuse('has-ended')
  if (!(await write(act, id, version, { endsAt: act.now }))) return refuse('stale-version')
  await recordAudit(act, {
    action: 'outage.end',
    subject: subjectOf(id),
    changes: { endsAt: { from: words(before.endsAt), to: words(act.now) } },
  })
  return ok({ id, version: version + 1 })
}

/** It was a mistake, or does not take place. */
export async function withdrawNotice(act: Act, id: string, version: number): Promise<Changed> {
  const before = await findOutageToWrite(act, id)
  if (!before) return refuse('not-found')
  if (before.state === 'withdrawn' || before.state === 'over') return refuse('has-ended')
  if (!(await write(act, id, version, { withdrawnAt: act.now }))) return refuse('stale-version')
  await recordAudit(act, { action: 'outage.withdraw', subject: subjectOf(id) })
  return ok({ id, version: version + 1 })
}
