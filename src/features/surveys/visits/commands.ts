import { uuidv7 } from '@/core/identifier'
import { happenedAt } from '@/core/phone-clock'
import { ok, type Result, refuse } from '@/core/result'
import { buildingsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { searchText } from '@/server/pinyin'
import { dateOf } from '@/server/term'
import { takeTurn } from '@/server/turn'
import { visitsWithin } from './policy'
import type { NewVisit, Settlement } from './schema'

/** Keeps a visit as it was written, whenever it arrives; the same visit sent twice is one. */
export async function writeVisit(
  act: Act,
  { made, promises, ...visit }: NewVisit,
): Promise<Result<{ id: string; happenedAt: Date }, 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId, accountId, name } = principal
  await takeTurn(tx, `visit ${visit.id}`)
  const known = await tx.visit.findUnique({
    where: { streetId_id: { streetId, id: visit.id } },
    select: { accountId: true, happenedAt: true },
  })
  if (known)
    return known.accountId === accountId
      ? ok({ id: visit.id, happenedAt: known.happenedAt })
      : refuse('already-exists', { id: 'already-exists' })
  const building = await tx.building.findFirst({
    where: { AND: [{ id: visit.buildingId }, buildingsWithin(principal, 'visits.write')] },
    select: { name: true, search: true, compound: { select: { name: true } } },
  })
  if (!building) return refuse('unknown-reference', { buildingId: 'unknown-reference' })
  const household = visit.householdId
    ? await tx.household.findFirst({
        where: { streetId, id: visit.householdId, stairwell: { buildingId: visit.buildingId } },
        select: { room: true },
      })
    : null
  if (visit.householdId && !household)
    return refuse('unknown-reference', { householdId: 'unknown-reference' })
  const at = happenedAt(made, now)
  await tx.visit.create({
    data: {
      ...visit,
      streetId,
      accountId,
      visitor: name,
      happenedAt: at,
      phoneAt: new Date(made.at),
      receivedAt: now,
      search: `${building.search} ${searchText(`${household?.room ?? ''} ${name} ${visit.words ?? ''}`)}`,
    },
    select: { id: true },
  })
  await tx.visitPromise.createMany({
    data: promises.map(({ words, dueOn }) => ({
      streetId,
      id: uuidv7(now),
      visitId: visit.id,
      words,
      dueOn: dateOf(dueOn),
    })),
  })
  await recordAudit(act, {
    action: 'household-visit.write',
    subject: { kind: 'household-visit', id: visit.id },
    changes: { promises: { to: promises.length } },
  })
  return ok({ id: visit.id, happenedAt: at })
}

/** Says of a promise whether it was kept; who did not keep it says why. */
export async function settlePromise(
  act: Act,
  id: string,
  { state, note, version, made }: Settlement,
): Promise<Result<{ id: string; version: number }, 'not-found' | 'stale-version' | 'move-not-possible'>> {
  const { tx, principal, now } = act
  const promise = await tx.visitPromise.findFirst({
    where: { id, visit: visitsWithin(principal, 'visits.write') },
    select: { state: true, version: true, visitId: true, words: true },
  })
  if (!promise) return refuse('not-found')
  if (promise.version !== version) return refuse('stale-version')
  if (promise.state !== 'open') return refuse('move-not-possible')
  const written = await tx.visitPromise.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: {
      state,
      note,
      settledAt: made ? happenedAt(made, now) : now,
      settledBy: principal.accountId,
      version: { increment: 1 },
    },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'household-visit.settle',
    subject: { kind: 'household-visit', id: promise.visitId },
    changes: { promise: { from: 'open', to: state } },
  })
  return ok({ id, version: version + 1 })
}
