import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Compound } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { findCompound } from '../compounds/queries'
import type { Decided } from './schema'

const SAME = { stage: 'same-stage', stars: 'same-stars' } as const

/** What is decided of a compound on evidence alone. */
type Matter = keyof typeof SAME

/** Settles a matter of a compound on recorded evidence; the audit keeps what showed it and when it was decided. */
export async function decide<M extends Matter>(
  act: Act,
  id: string,
  matter: M,
  value: Compound[M],
  { evidence, decidedOn, version }: Decided,
): Promise<
  Result<
    { id: string; version: number },
    'not-found' | 'has-ended' | 'stale-version' | 'in-the-future' | (typeof SAME)[M]
  >
> {
  const { tx, principal, now } = act
  const compound = await findCompound(act, id, 'stages.write')
  if (!compound) return refuse('not-found')
  if (compound.endedAt) return refuse('has-ended')
  if (compound.version !== version) return refuse('stale-version')
  const was: Compound[Matter] = compound[matter]
  if (was === value) return refuse(SAME[matter], { [matter]: SAME[matter] })
  if (decidedOn > dayOf(now)) return refuse('in-the-future', { decidedOn: 'in-the-future' })
  const written = await tx.compound.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { [matter]: value, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: `compound.${matter}`,
    subject: { kind: 'compound', id },
    changes: { [matter]: { from: was, to: value }, decidedOn: { from: null, to: decidedOn } },
    reason: evidence,
  })
  return ok({ id, version: version + 1 })
}
