import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { dateOf, todayOf } from '@/server/term'
import { running, type Written, writeMediation } from '../cases/commands'
import { tellAudit } from '../cases/queries'
import { isSignedByAll, TRANSITIONS } from '../rules'
import type { NewAgreement, NewSignature } from '../schema'

type Refused = 'not-found' | 'has-ended' | 'stale-version'

/** Draws up the next edition of the agreement: nobody has signed it, so what was agreed before is open again. */
export async function drawUp(
  act: Act,
  id: string,
  { words, followUpOn, version }: NewAgreement,
): Promise<Result<Written, Refused | 'in-the-past'>> {
  const { tx, principal, now } = act
  if (followUpOn !== null && followUpOn <= dayOf(now))
    return refuse('in-the-past', { followUpOn: 'in-the-past' })
  const found = await running(act, id, version)
  if (!found.ok) return found
  const { agreements, state } = found.value
  await tx.mediationAgreement.create({
    data: {
      streetId: principal.streetId,
      id: uuidv7(now),
      mediationId: id,
      edition: (agreements[0]?.edition ?? 0) + 1,
      words,
      drawnUpOn: todayOf(now),
      mediator: principal.name,
    },
    select: { id: true },
  })
  const written = await writeMediation(act, found.value, {
    followUpOn: followUpOn === null ? null : dateOf(followUpOn),
    ...(state === 'agreed' ? { state: TRANSITIONS.reopen.to } : {}),
  })
  await tellAudit(act, id, 'draw-up')
  return ok(written)
}

/** Keeps a party's signature below the latest edition; with the last of them the case is agreed. */
export async function sign(
  act: Act,
  id: string,
  signature: NewSignature,
): Promise<Result<Written, Refused | 'unknown-reference' | 'signed-already'>> {
  const { tx, principal, now } = act
  const { agreementId, partyId } = signature
  const found = await running(act, id)
  if (!found.ok) return found
  const { parties, agreements, state } = found.value
  const [latest] = agreements
  if (!parties.some((party) => party.id === partyId))
    return refuse('unknown-reference', { partyId: 'unknown-reference' })
  if (latest?.id !== agreementId) return refuse('stale-version')
  const signedBy = latest.signatures.map((one) => one.partyId)
  if (signedBy.includes(partyId)) return refuse('signed-already')
  await tx.mediationSignature.create({
    data: {
      streetId: principal.streetId,
      id: uuidv7(now),
      agreementId,
      partyId,
      ...(signature.on === 'screen' ? { strokes: signature.strokes } : {}),
      signedAt: now,
    },
    select: { id: true },
  })
  const isAgreed = isSignedByAll(
    parties.map((party) => party.id),
    [...signedBy, partyId],
  )
  const written = await writeMediation(
    act,
    found.value,
    isAgreed && TRANSITIONS.agree.from.includes(state) ? { state: TRANSITIONS.agree.to } : {},
  )
  await tellAudit(act, id, isAgreed ? 'agree' : 'sign')
  return ok(written)
}
