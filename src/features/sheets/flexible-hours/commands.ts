import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { mayWriteHours } from './policy'
import { findFlexibleHours } from './queries'
import type { FlexibleHoursChanges, NewFlexibleHours } from './schema'

export async function addFlexibleHours(
  act: Act,
  row: NewFlexibleHours,
): Promise<Result<{ id: string }, 'unknown-reference'>> {
  const { tx, principal, now } = act
  const community = await communityFor(act, row.communityId)
  if (community === null) return refuse('unknown-reference', { communityId: 'unknown-reference' })
  const id = uuidv7(now)
  await tx.flexibleHours.create({
    data: { ...row, streetId: principal.streetId, id, createdAt: now },
    select: { id: true },
  })
  const { communityId: _, ...fields } = row
  await recordAudit(act, {
    action: 'flexible-hours.add',
    subject: { kind: 'flexible-hours', id },
    changes: changesBetween({}, { ...fields, community }),
  })
  return ok({ id })
}

/** The name of the community where a row may stand, empty for the whole street; null where it may not. */
async function communityFor({ tx, principal }: Act, communityId: string | null): Promise<string | null> {
  if (!mayWriteHours(principal, communityId)) return null
  if (communityId === null) return ''
  const community = await tx.community.findFirst({
    where: { streetId: principal.streetId, id: communityId, endedAt: null },
    select: { name: true },
  })
  return community?.name ?? null
}

export async function changeFlexibleHours(
  act: Act,
  id: string,
  { version, ...changes }: FlexibleHoursChanges,
): Promise<Result<{ id: string; version: number }, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal } = act
  const before = await findFlexibleHours(act, id)
  if (!before?.writable) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  const written = await tx.flexibleHours.updateMany({
    where: { streetId: principal.streetId, id, version, endedAt: null },
    data: { ...changes, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'flexible-hours.change',
    subject: { kind: 'flexible-hours', id },
    changes: changesBetween({ ...before }, changes),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a row off the table; it stays in the history. */
export async function endFlexibleHours(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal, now } = act
  const before = await findFlexibleHours(act, id)
  if (!before?.writable) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  const written = await tx.flexibleHours.updateMany({
    where: { streetId: principal.streetId, id, version, endedAt: null },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'flexible-hours.end', subject: { kind: 'flexible-hours', id } })
  return ok(null)
}
