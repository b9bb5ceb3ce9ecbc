import { randomCode, uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import { buildingsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { dateOf, todayOf } from '@/server/term'
import { isRunning, isSignedByAll, type Move, mayMove, TRANSITIONS } from '../rules'
import type { FollowUp, MatterChange, MediationEnd, NewMediation, NewMeeting, PartyWords } from '../schema'
import { findMediation, type MediationDetail, tellAudit } from './queries'

export type Written = { id: string; version: number }
type Refused = 'not-found' | 'has-ended' | 'stale-version'

/** A case that the caller is in, locked against other writers until the transaction ends. */
export async function claimMediation(act: Act, id: string): Promise<MediationDetail | null> {
  const { tx, principal } = act
  await tx.$queryRaw`
    SELECT id FROM mediation WHERE street_id = ${principal.streetId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`
  return findMediation(act, id)
}

/** Writes to a case that is locked, as of the version that was read. */
export const writeMediation = async (
  { tx, principal }: Act,
  { id, version }: { id: string; version: number },
  data: object,
): Promise<Written> => {
  await tx.mediation.update({
    where: { streetId_id: { streetId: principal.streetId, id } },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  })
  return { id, version: version + 1 }
}

/** Opens a case: whoever opens it is the first in it. */
export async function openMediation(
  act: Act,
  { buildingId, matter, parties }: NewMediation,
): Promise<Result<Written, 'unknown-reference'>> {
  const { tx, principal, now } = act
  const { streetId, accountId } = principal
  const within = buildingsWithin(principal, 'mediations.use')
  if ((await tx.building.count({ where: { AND: [{ id: buildingId, endedAt: null }, within] } })) === 0)
    return refuse('unknown-reference', { buildingId: 'unknown-reference' })
  const id = uuidv7(now)
  const number = `TJ${dayOf(now).replaceAll('-', '').slice(2)}-${randomCode(5)}`
  await tx.mediation.create({
    data: { streetId, id, number, buildingId, matter, openedOn: todayOf(now) },
    select: { id: true },
  })
  await tx.mediationParty.createMany({
    data: parties.map((party, position) => ({
      ...party,
      streetId,
      id: uuidv7(now),
      mediationId: id,
      position,
    })),
  })
  await tx.mediationSeat.create({
    data: { streetId, id: uuidv7(now), mediationId: id, accountId, post: 'mediator', startsAt: now },
    select: { id: true },
  })
  await tellAudit(act, id, 'open')
  return ok({ id, version: 1 })
}

/** What every write to a case asks first. */
export async function running(
  act: Act,
  id: string,
  version?: number,
): Promise<Result<MediationDetail, Refused>> {
  const found = await claimMediation(act, id)
  if (!found) return refuse('not-found')
  if (!isRunning(found.state)) return refuse('has-ended')
  return version === undefined || version === found.version ? ok(found) : refuse('stale-version')
}

export async function changeMatter(
  act: Act,
  id: string,
  { matter, version }: MatterChange,
): Promise<Result<Written, Refused>> {
  const found = await running(act, id, version)
  if (!found.ok) return found
  const written = await writeMediation(act, found.value, { matter })
  await tellAudit(act, id, 'change')
  return ok(written)
}

export async function addParty(
  act: Act,
  id: string,
  { version, ...party }: PartyWords,
): Promise<Result<Written, Refused | 'signed-already'>> {
  const found = await running(act, id, version)
  if (!found.ok) return found
  const { parties, agreements } = found.value
  if (agreements[0]?.signatures.length) return refuse('signed-already')
  const { tx, principal, now } = act
  await tx.mediationParty.create({
    data: {
      ...party,
      streetId: principal.streetId,
      id: uuidv7(now),
      mediationId: id,
      position: parties.length,
    },
    select: { id: true },
  })
  const written = await writeMediation(act, found.value, {})
  await tellAudit(act, id, 'change')
  return ok(written)
}

/** Puts a party's name, number or door right; who has signed keeps the name that was signed with. */
export async function changeParty(
  act: Act,
  id: string,
  partyId: string,
  { version, ...party }: PartyWords,
): Promise<Result<Written, Refused | 'signed-already'>> {
  const found = await running(act, id, version)
  if (!found.ok) return found
  const before = found.value.parties.find((one) => one.id === partyId)
  if (!before) return refuse('not-found')
  if (before._count.signatures > 0 && before.name !== party.name)
    return refuse('signed-already', { name: 'signed-already' })
  await act.tx.mediationParty.update({
    where: { streetId_id: { streetId: act.principal.streetId, id: partyId } },
    data: party,
    select: { id: true },
  })
  const written = await writeMediation(act, found.value, {})
  await tellAudit(act, id, 'change')
  return ok(written)
}

/** Writes down a meeting that was held. */
export async function addMeeting(
  act: Act,
  id: string,
  meeting: NewMeeting,
): Promise<Result<Written, Refused | 'in-the-future'>> {
  const { now } = act
  if (new Date(meeting.heldAt) > now) return refuse('in-the-future', { heldAt: 'in-the-future' })
  const found = await running(act, id)
  if (!found.ok) return found
  await keepMeeting(act, id, { ...meeting, heldAt: new Date(meeting.heldAt), isFollowUp: false })
  const written = await writeMediation(act, found.value, {})
  await tellAudit(act, id, 'meet')
  return ok(written)
}

type Kept = { heldAt: Date; place: string | null; present: string | null; words: string; isFollowUp: boolean }

const keepMeeting = ({ tx, principal, now }: Act, mediationId: string, meeting: Kept) =>
  tx.mediationMeeting.create({
    data: {
      ...meeting,
      streetId: principal.streetId,
      id: uuidv7(now),
      mediationId,
      writtenBy: principal.name,
      createdAt: now,
    },
    select: { id: true },
  })

/** Writes down whether an agreement is kept; where it is not, the case is open again. */
export async function keepFollowUp(
  act: Act,
  id: string,
  { kept, words, nextOn, version }: FollowUp,
): Promise<Result<Written, Refused | 'step-not-possible' | 'in-the-past'>> {
  const found = await running(act, id, version)
  if (!found.ok) return found
  if (found.value.state !== 'agreed') return refuse('step-not-possible')
  if (nextOn !== null && nextOn <= dayOf(act.now)) return refuse('in-the-past', { nextOn: 'in-the-past' })
  await keepMeeting(act, id, { heldAt: act.now, place: null, present: null, words, isFollowUp: true })
  const written = await writeMediation(act, found.value, {
    followUpOn: nextOn === null ? null : dateOf(nextOn),
    ...(kept === 'kept' ? {} : { state: TRANSITIONS.reopen.to }),
  })
  await tellAudit(act, id, 'follow-up')
  return ok(written)
}

/** Takes a step of a case's life, when it may be taken from where the case stands. */
export async function moveMediation(
  act: Act,
  found: MediationDetail,
  move: Move,
  data: object = {},
): Promise<Result<Written, 'step-not-possible'>> {
  if (!mayMove(move, found.state)) return refuse('step-not-possible')
  const written = await writeMediation(act, found, { ...data, state: TRANSITIONS[move].to })
  await tellAudit(act, found.id, move)
  return ok(written)
}

/** Ends a case; that an agreement was kept can only be said of one that all have signed. */
export async function endMediation(
  act: Act,
  id: string,
  { outcome, closing, version }: MediationEnd,
): Promise<Result<Written, Refused | 'step-not-possible' | 'not-signed'>> {
  const found = await running(act, id, version)
  if (!found.ok) return found
  const { state, parties, agreements } = found.value
  const signed = (agreements[0]?.signatures ?? []).map(({ partyId }) => partyId)
  const isSigned = isSignedByAll(
    parties.map((party) => party.id),
    signed,
  )
  if (outcome === 'kept' && (state !== 'agreed' || !isSigned))
    return refuse('not-signed', { outcome: 'not-signed' })
  return moveMediation(act, found.value, 'end', {
    outcome,
    closing,
    endedOn: todayOf(act.now),
    followUpOn: null,
  })
}
