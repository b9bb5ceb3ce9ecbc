import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import { findCaptain } from '@/features/captains/appointments/queries'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { dateOf } from '@/server/term'
import { findHandover, type HandoverDetail, successorOf } from './queries'
import type { HandoverSignature, NewHandover } from './schema'

/** Draws up what a captain hands over; there is one for an appointment. */
export async function drawUpHandover(
  act: Act,
  { appointmentId, words }: NewHandover,
): Promise<Result<{ id: string }, 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const captain = await findCaptain(act, appointmentId, 'captains.write')
  if (!captain) return refuse('unknown-reference', { appointmentId: 'unknown-reference' })
  const successor = await successorOf(act, appointmentId)
  const id = uuidv7(now)
  const { count } = await tx.captainHandover.createMany({
    data: [{ streetId, id, appointmentId, successorId: successor?.id ?? null, words, createdAt: now }],
    skipDuplicates: true,
  })
  if (count === 0) return refuse('already-exists')
  await recordAudit(act, {
    action: 'captain-handover.draw-up',
    subject: { kind: 'captain-handover', id },
    changes: { from: { to: captain.person.name } },
  })
  return ok({ id })
}

/** Those who hold the captains' register sign for both, from paper; a captain signs alone for the own side. */
async function findToSign(
  act: Act,
  id: string,
  side: HandoverSignature['side'],
): Promise<HandoverDetail | null> {
  const { tx, principal } = act
  await tx.$queryRaw`
    SELECT id FROM captain_handover WHERE street_id = ${principal.streetId}::uuid AND id = ${id}::uuid FOR UPDATE`
  const office = await findHandover(act, id, 'captains.write')
  if (office) return office
  const seen = await findHandover(act, id)
  const signer = side === 'given' ? seen?.from.personId : seen?.successor?.personId
  return seen && signer !== undefined && signer === principal.personId ? seen : null
}

/** Signs one side; with the first signature the list of what lies open stands as it is then. */
export async function signHandover(
  act: Act,
  id: string,
  { side, day, version }: HandoverSignature,
): Promise<
  Result<
    { id: string; version: number },
    'not-found' | 'already-exists' | 'no-successor' | 'in-the-future' | 'stale-version'
  >
> {
  const { tx, principal, now } = act
  const before = await findToSign(act, id, side)
  if (!before) return refuse('not-found')
  if (day > dayOf(now)) return refuse('in-the-future', { day: 'in-the-future' })
  if ((side === 'given' ? before.givenOn : before.takenOn) !== null) return refuse('already-exists')
  if (side === 'taken' && !before.successor) return refuse('no-successor')
  const written = await tx.captainHandover.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: {
      ...(side === 'given' ? { givenOn: dateOf(day) } : { takenOn: dateOf(day) }),
      ...(before.isKept ? {} : { items: before.open }),
      successorId: before.successor?.id ?? null,
      version: { increment: 1 },
    },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: `captain-handover.${side}`,
    subject: { kind: 'captain-handover', id },
    changes: { day: { to: day } },
  })
  return ok({ id, version: version + 1 })
}
