import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { buildingsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { todayOf } from '@/server/term'
import { findRhythm } from './queries'
import type { NewRhythm, RhythmChanges } from './schema'

const subjectOf = (id: string) => ({ kind: 'visit-rhythm', id })

/** Has a household looked in on every so many days, from today. */
export async function beginRhythm(
  act: Act,
  { householdId, everyDays }: NewRhythm,
): Promise<Result<{ id: string }, 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const household = await tx.household.count({
    where: {
      streetId,
      id: householdId,
      endedAt: null,
      stairwell: { building: buildingsWithin(principal, 'logbook.visits') },
    },
  })
  if (household === 0) return refuse('unknown-reference', { householdId: 'unknown-reference' })
  const id = uuidv7(now)
  // Two at once: the index of open rhythms lets one in.
  const begun = await tx.visitRhythm.createMany({
    data: [{ streetId, id, householdId, everyDays, startsOn: todayOf(now), createdAt: now }],
    skipDuplicates: true,
  })
  if (begun.count === 0) return refuse('already-exists', { householdId: 'already-exists' })
  await recordAudit(act, {
    action: 'visit-rhythm.begin',
    subject: subjectOf(id),
    changes: { everyDays: { to: everyDays } },
  })
  return ok({ id })
}

export async function changeRhythm(
  act: Act,
  id: string,
  { everyDays, version }: RhythmChanges,
): Promise<Result<{ id: string; version: number }, 'not-found' | 'stale-version'>> {
  const { tx, principal } = act
  const before = await findRhythm(act, id)
  if (!before || before.endsOn) return refuse('not-found')
  const written = await tx.visitRhythm.updateMany({
    where: { streetId: principal.streetId, id, version, endsOn: null },
    data: { everyDays, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'visit-rhythm.change',
    subject: subjectOf(id),
    changes: { everyDays: { from: before.everyDays, to: everyDays } },
  })
  return ok({ id, version: version + 1 })
}

export async function endRhythm(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'stale-version'>> {
  const { tx, principal, now } = act
  const before = await findRhythm(act, id)
  if (!before || before.endsOn) return refuse('not-found')
  const written = await tx.visitRhythm.updateMany({
    where: { streetId: principal.streetId, id, version, endsOn: null },
    data: { endsOn: todayOf(now), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'visit-rhythm.end', subject: subjectOf(id) })
  return ok(null)
}
