import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { mayPreset, mayShare } from './policy'
import { findViewToChange } from './queries'
import { filterIn } from './rules'
import type { NewView, ViewChanges } from './schema'

const subjectOf = (id: string) => ({ kind: 'saved-view', id })

/** Which of the wishes the caller may not have. */
function beyond(
  { principal }: Act,
  told: { isShared: boolean; forRole: string | null },
): Record<string, string> | null {
  if (told.isShared && !mayShare(principal)) return { isShared: 'may-not-share' }
  if (told.forRole && !mayPreset(principal)) return { forRole: 'may-not-share' }
  return null
}

/** A role has one view to open with: the newest takes the place of the one before. */
async function takePlace({ tx, principal }: Act, forRole: ViewChanges['forRole']): Promise<void> {
  if (forRole)
    await tx.savedView.updateMany({
      where: { streetId: principal.streetId, forRole },
      data: { forRole: null, isShared: true, version: { increment: 1 } },
    })
}

/** Keeps the board's filter under a name. */
export async function saveView(
  act: Act,
  { query, ...told }: NewView,
): Promise<Result<{ id: string }, 'may-not-share' | 'nothing-filtered'>> {
  const { tx, principal, now } = act
  const filter = filterIn(query)
  if (!filter) return refuse('nothing-filtered')
  const fields = beyond(act, told)
  if (fields) return refuse('may-not-share', fields)
  await takePlace(act, told.forRole)
  const id = uuidv7(now)
  await tx.savedView.create({
    data: {
      ...told,
      streetId: principal.streetId,
      id,
      accountId: principal.accountId,
      page: 'requests',
      query: filter,
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'saved-view.add',
    subject: subjectOf(id),
    changes: changesBetween({}, told),
  })
  return ok({ id })
}

export async function changeView(
  act: Act,
  id: string,
  { version, ...told }: ViewChanges,
): Promise<Result<{ id: string; version: number }, 'not-found' | 'stale-version' | 'may-not-share'>> {
  const { tx, principal } = act
  const before = await findViewToChange(act, id)
  if (!before) return refuse('not-found')
  const fields = beyond(act, told)
  if (fields) return refuse('may-not-share', fields)
  if (before.version !== version) return refuse('stale-version')
  if (told.forRole !== before.forRole) await takePlace(act, told.forRole)
  const { count } = await tx.savedView.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...told, version: { increment: 1 } },
  })
  if (count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'saved-view.change',
    subject: subjectOf(id),
    changes: changesBetween(before, told),
  })
  return ok({ id, version: version + 1 })
}

export async function removeView(act: Act, id: string): Promise<Result<null, 'not-found'>> {
  const { tx, principal } = act
  const before = await findViewToChange(act, id)
  if (!before) return refuse('not-found')
  await tx.savedView.delete({
    where: { streetId_id: { streetId: principal.streetId, id } },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'saved-view.remove',
    subject: subjectOf(id),
    changes: { name: { from: before.name } },
  })
  return ok(null)
}
