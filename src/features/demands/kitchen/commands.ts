import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { reach } from '@/server/principal'
import { demandsWithin, matchesWithin, resourcesWithin } from '../policy'
import { findMatch } from './queries'
import type { NewMatch } from './schema'

/** Matches a resource to a demand in an area; an open demand is planned from then on. */
export async function addMatch(
  act: Act,
  { demandId, resourceId, zoneId, compoundId, coverage, reason }: NewMatch,
): Promise<Result<{ id: string }, 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId, accountId } = principal
  const demand = await tx.demand.findFirst({
    where: { AND: [{ id: demandId, mergedIntoId: null }, demandsWithin(principal, 'kitchen.write')] },
    select: { state: true },
  })
  const resource = await tx.resource.findFirst({
    where: { AND: [{ id: resourceId, endedAt: null }, resourcesWithin(principal, 'kitchen.write')] },
    select: { name: true },
  })
  const place = await placeOf(act, zoneId, compoundId)
  const wrong = !demand ? 'demandId' : !resource ? 'resourceId' : place
  if (!demand || !resource || wrong)
    return refuse('unknown-reference', { [wrong ?? 'demandId']: 'unknown-reference' })
  // Two who match the same at once wait for each other here.
  await tx.$queryRaw`SELECT id FROM demand WHERE street_id = ${streetId}::uuid AND id = ${demandId}::uuid FOR UPDATE`
  const same = { streetId, demandId, resourceId, zoneId, compoundId, endedAt: null }
  if ((await tx.kitchenMatch.count({ where: same })) > 0)
    return refuse('already-exists', { resourceId: 'already-exists' })
  const id = uuidv7(now)
  await tx.kitchenMatch.create({
    data: { ...same, id, coverage, reason, matchedBy: accountId, createdAt: now },
    select: { id: true },
  })
  if (demand.state === 'open')
    await tx.demand.update({
      where: { streetId_id: { streetId, id: demandId } },
      data: { state: 'planned', version: { increment: 1 } },
      select: { id: true },
    })
  await recordAudit(act, {
    action: 'kitchen-match.add',
    subject: { kind: 'kitchen-match', id },
    changes: { coverage: { to: coverage } },
    reason,
  })
  await recordAudit(act, {
    action: 'demand.match',
    subject: { kind: 'demand', id: demandId },
    changes: {
      resource: { to: resource.name },
      ...(demand.state === 'open' ? { state: { from: 'open', to: 'planned' } } : {}),
    },
  })
  return ok({ id })
}

/** The field of an area that is none of this street's, or null. */
async function placeOf(
  { tx, principal }: Act,
  zoneId: string | null,
  compoundId: string | null,
): Promise<string | null> {
  const { streetId } = principal
  if (zoneId && (await tx.zone.count({ where: { streetId, id: zoneId, endedAt: null } })) === 0)
    return 'zoneId'
  if (compoundId && (await tx.compound.count({ where: { streetId, id: compoundId, endedAt: null } })) === 0)
    return 'compoundId'
  return null
}

/** Ends a match; the demand stays as far as it has come. */
export async function endMatch(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal, now } = act
  const match = await findMatch(act, id)
  if (!match || reach(principal, 'kitchen.write') !== 'street') return refuse('not-found')
  if (match.version !== version) return refuse('stale-version')
  if (match.endedAt) return refuse('has-ended')
  const written = await tx.kitchenMatch.updateMany({
    where: { AND: [{ id, version }, matchesWithin(principal, 'kitchen.write')] },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'kitchen-match.end', subject: { kind: 'kitchen-match', id } })
  return ok(null)
}
