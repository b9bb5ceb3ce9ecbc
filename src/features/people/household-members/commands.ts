import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import type { Permission } from '@/server/permissions'
import { endResident } from '../residents/commands'
import { tellResident } from '../residents/tell/commands'
import { isOwnClaim, membersWithin } from './policy'

type Decided = { id: string; version: number }
type Refusal = 'not-found' | 'has-ended' | 'stale-version' | 'own-claim'

const subjectOf = (id: string) => ({ kind: 'household-member', id })

const findOpen = ({ tx, principal }: Act, id: string, permission: Permission) =>
  tx.householdMember.findFirst({
    where: { AND: [{ id }, membersWithin(principal, permission)] },
    select: {
      id: true,
      accountId: true,
      state: true,
      version: true,
      household: { select: { endedAt: true } },
      resident: { select: { phone: true } },
    },
  })

const ownPhone = async ({ tx, principal }: Act): Promise<string | null> => {
  if (principal.personId === null) return null
  const { streetId, personId: id } = principal
  const person = await tx.person.findUnique({
    where: { streetId_id: { streetId, id } },
    select: { phone: true },
  })
  return person?.phone ?? null
}

/** Decides a claim once, as of the version that was read. */
async function decide(
  act: Act,
  id: string,
  version: number,
  decision: { state: 'confirmed' } | { state: 'refused'; reason: string },
): Promise<Result<Decided, Refusal>> {
  const { tx, principal, now } = act
  const claim = await findOpen(act, id, 'residents.confirm')
  if (!claim) return refuse('not-found')
  const { accountId, resident } = claim
  if (isOwnClaim({ accountId, ...resident }, { accountId: principal.accountId, phone: await ownPhone(act) }))
    return refuse('own-claim')
  if (claim.version !== version) return refuse('stale-version')
  if (claim.state !== 'claimed' || claim.household.endedAt) return refuse('has-ended')
  const { count } = await tx.householdMember.updateMany({
    where: { streetId: principal.streetId, id, version, state: 'claimed' },
    data: {
      ...decision,
      decidedAt: now,
      decidedBy: principal.accountId,
      version: { increment: 1 },
    },
  })
  if (count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: decision.state === 'confirmed' ? 'household-member.confirm' : 'household-member.refuse',
    subject: subjectOf(id),
    changes: changesBetween({ state: 'claimed' }, { state: decision.state }),
    ...(decision.state === 'refused' ? { reason: decision.reason } : {}),
  })
  await tellResident(act, accountId, decision.state, id)
  return ok({ id, version: version + 1 })
}

export const confirmClaim = (act: Act, id: string, version: number) =>
  decide(act, id, version, { state: 'confirmed' })

export const refuseClaim = (act: Act, id: string, version: number, reason: string) =>
  decide(act, id, version, { state: 'refused', reason })

/** Ends a membership of somebody who has moved out. */
export async function moveOut(
  act: Act,
  id: string,
  version: number,
  reason: string,
): Promise<Result<Decided, Exclude<Refusal, 'own-claim'>>> {
  const { tx, principal, now } = act
  const member = await findOpen(act, id, 'residents.confirm')
  if (!member) return refuse('not-found')
  if (member.version !== version) return refuse('stale-version')
  if (member.state !== 'confirmed') return refuse('has-ended')
  const { count } = await tx.householdMember.updateMany({
    where: { streetId: principal.streetId, id, version, state: 'confirmed' },
    data: { state: 'ended', endedAt: now, reason, version: { increment: 1 } },
  })
  if (count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'household-member.move-out',
    subject: subjectOf(id),
    changes: changesBetween({ state: 'confirmed' }, { state: 'ended' }),
    reason,
  })
  return ok({ id, version: version + 1 })
}

/** Keeps that the number belongs to somebody else now: the account is closed, and the number opens an empty one. */
export async function passNumberOn(
  act: Act,
  id: string,
  reason: string,
): Promise<Result<null, 'not-found' | 'has-ended'>> {
  const member = await findOpen(act, id, 'residents.manage')
  if (!member) return refuse('not-found')
  const { streetId } = act.principal
  if (!(await endResident(act.tx, { streetId, accountId: member.accountId }, 'passed-on', act.now)))
    return refuse('has-ended')
  await recordAudit(act, { action: 'household-member.pass-on', subject: subjectOf(id), reason })
  return ok(null)
}

/** The whole number of a claim or membership, for a reason that is kept. */
export async function revealMember(
  act: Act,
  id: string,
  reason: string,
): Promise<Result<{ value: string }, 'not-found'>> {
  const { tx, principal } = act
  const member = await tx.householdMember.findFirst({
    where: {
      AND: [{ id }, membersWithin(principal, 'people.contact'), membersWithin(principal, 'residents.read')],
    },
    select: { resident: { select: { phone: true } } },
  })
  if (!member?.resident.phone) return refuse('not-found')
  await recordAudit(act, { action: 'household-member.contact', subject: subjectOf(id), reason })
  return ok({ value: member.resident.phone })
}
