import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { findCompound } from '../compounds/queries'
import type { StageStep } from './schema'

/** Sets the stage of a compound on recorded evidence; the audit keeps what showed it and when it was decided. */
export async function stepTo(
  act: Act,
  id: string,
  { stage, evidence, decidedOn, version }: StageStep,
): Promise<
  Result<
    { id: string; version: number },
    'not-found' | 'has-ended' | 'stale-version' | 'same-stage' | 'in-the-future'
  >
> {
  const { tx, principal, now } = act
  const compound = await findCompound(act, id, 'stages.write')
  if (!compound) return refuse('not-found')
  if (compound.endedAt) return refuse('has-ended')
  if (compound.version !== version) return refuse('stale-version')
  if (compound.stage === stage) return refuse('same-stage', { stage: 'same-stage' })
  if (decidedOn > dayOf(now)) return refuse('in-the-future', { decidedOn: 'in-the-future' })
  const written = await tx.compound.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { stage, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'compound.stage',
    subject: { kind: 'compound', id },
    changes: { stage: { from: compound.stage, to: stage }, decidedOn: { from: null, to: decidedOn } },
    reason: evidence,
  })
  return ok({ id, version: version + 1 })
}
