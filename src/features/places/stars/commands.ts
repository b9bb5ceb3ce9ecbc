import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { findCompound } from '../compounds/queries'
import type { StarRating } from './schema'

/** Sets a compound's stars on recorded evidence: requests that come in from now on are given that level's time limits. */
export async function rateCompound(
  act: Act,
  id: string,
  { stars, evidence, decidedOn, version }: StarRating,
): Promise<
  Result<
    { id: string; version: number },
    'not-found' | 'has-ended' | 'stale-version' | 'same-stars' | 'in-the-future'
  >
> {
  const { tx, principal, now } = act
  const compound = await findCompound(act, id, 'stages.write')
  if (!compound) return refuse('not-found')
  if (compound.endedAt) return refuse('has-ended')
  if (compound.version !== version) return refuse('stale-version')
  if (compound.stars === stars) return refuse('same-stars', { stars: 'same-stars' })
  if (decidedOn > dayOf(now)) return refuse('in-the-future', { decidedOn: 'in-the-future' })
  const written = await tx.compound.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { stars, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'compound.stars',
    subject: { kind: 'compound', id },
    changes: { stars: { from: compound.stars, to: stars }, decidedOn: { from: null, to: decidedOn } },
    reason: evidence,
  })
  return ok({ id, version: version + 1 })
}
