import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { dateOf, todayOf } from '@/server/term'
import { claimElection } from '../commands'
import { sendBack } from '../life/commands'
import { isOpen } from '../rules'
import type { NewObjection } from '../schema'
import type { ObjectionDecision } from './schema'

/** Keeps what somebody says against the choice, unnamed where they wish it. */
export async function raiseObjection(
  act: Act,
  electionId: string,
  { receivedOn, objector, words }: NewObjection,
): Promise<Result<{ id: string; objectionId: string }, 'not-found' | 'step-not-possible' | 'in-the-future'>> {
  const { tx, principal, now } = act
  const before = await claimElection(act, electionId)
  if (!before) return refuse('not-found')
  if (before.state !== 'publicity') return refuse('step-not-possible')
  if (receivedOn > dayOf(now)) return refuse('in-the-future', { receivedOn: 'in-the-future' })
  const objectionId = uuidv7(now)
  await tx.electionObjection.create({
    data: {
      streetId: principal.streetId,
      id: objectionId,
      electionId,
      receivedOn: dateOf(receivedOn),
      objector,
      words,
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, { action: 'election.objection', subject: { kind: 'election', id: electionId } })
  return ok({ id: electionId, objectionId })
}

/** Decides an objection once: one that is upheld sends the election back to its nominations. */
export async function decideObjection(
  act: Act,
  electionId: string,
  { objectionId, outcome, answer, version }: ObjectionDecision,
): Promise<
  Result<
    { id: string },
    'not-found' | 'unknown-reference' | 'step-not-possible' | 'has-ended' | 'stale-version'
  >
> {
  const { tx, principal, now } = act
  const before = await claimElection(act, electionId)
  if (!before) return refuse('not-found')
  const objection = before.objections.find(({ id }) => id === objectionId)
  if (!objection) return refuse('unknown-reference', { objectionId: 'unknown-reference' })
  if (objection.state !== 'open') return refuse('has-ended')
  if (outcome === 'upheld' ? before.state !== 'publicity' : !isOpen(before.state))
    return refuse('step-not-possible')
  const written = await tx.electionObjection.updateMany({
    where: { streetId: principal.streetId, id: objectionId, version },
    data: { state: outcome, answer, decidedOn: todayOf(now), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  if (outcome === 'upheld') {
    const back = await sendBack(act, before, answer)
    return back.ok ? ok({ id: electionId }) : back
  }
  await recordAudit(act, {
    action: 'election.dismiss',
    subject: { kind: 'election', id: electionId },
    reason: answer,
  })
  return ok({ id: electionId })
}
