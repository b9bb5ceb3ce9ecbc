import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { dateOf } from '@/server/term'
import { findCall } from './queries'
import { reasonToCall } from './rules'
import type { CallRecord } from './schema'

/** After a round's end: whoever is to be called, is put on the list for the next day, and who is not satisfied for today. */
export async function planCall(
  tx: Tx,
  streetId: string,
  requestId: string,
  { isSatisfied, now }: { isSatisfied: boolean | null; now: Date },
): Promise<void> {
  const request = await tx.request.findUniqueOrThrow({
    where: { streetId_id: { streetId, id: requestId } },
    select: { id: true, round: true, wasLate: true, reporterPhone: true },
  })
  if (!request.reporterPhone || !reasonToCall({ ...request, isSatisfied })) return
  const dueOn = dateOf(isSatisfied === false ? dayOf(now) : addDays(dayOf(now), 1))
  await tx.followUpCall.createMany({
    data: [{ streetId, id: uuidv7(now), requestId, round: request.round, dueOn }],
    skipDuplicates: true,
  })
  // A call that was planned before the bad word came is made today.
  if (isSatisfied === false)
    await tx.followUpCall.updateMany({
      where: { streetId, requestId, round: request.round, calledAt: null, dueOn: { gt: dueOn } },
      data: { dueOn },
    })
}

/** Writes down what came of a call. The resident's own feedback is another table, which no operation of staff writes. */
export async function recordCall(
  act: Act,
  id: string,
  record: CallRecord,
): Promise<
  Result<{ id: string; version: number }, 'not-found' | 'stale-version' | 'until-past' | 'already-called'>
> {
  const { tx, principal, now } = act
  const call = await findCall(act, id, 'calls.write')
  if (!call) return refuse('not-found')
  if (call.version !== record.version) return refuse('stale-version')
  if (call.calledAt) return refuse('already-called')
  const { outcome } = record
  const isAgain = outcome === 'not-reached'
  if (isAgain && record.againOn <= dayOf(now)) return refuse('until-past', { againOn: 'until-past' })
  const written = await tx.followUpCall.updateMany({
    where: { streetId: principal.streetId, id, version: record.version, calledAt: null },
    data: {
      outcome,
      words: record.words ?? null,
      quality: outcome === 'reached' ? record.quality : null,
      calledBy: principal.accountId,
      version: { increment: 1 },
      ...(isAgain ? { dueOn: dateOf(record.againOn) } : { calledAt: now }),
    },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'follow-up.record',
    subject: { kind: 'follow-up', id },
    changes: { outcome: { from: call.outcome, to: outcome } },
  })
  return ok({ id, version: record.version + 1 })
}
