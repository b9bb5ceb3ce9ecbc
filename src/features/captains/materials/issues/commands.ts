import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import { personFor } from '@/features/people/persons/commands'
import { personsWithin } from '@/features/people/policy'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { dateOf, todayOf } from '@/server/term'
import { buildingsWithin, mayWriteIn } from '../../../places/policy'
import { claimStock, writeMovement } from '../commands'
import { findMovement, type MovementRow } from '../queries'
import { type AfterIssue, type NewIssue, type NewPlaque, PLAQUE_TEXT } from './schema'

/** The household with its community, when both lie in the scope. */
async function householdFor({ tx, principal }: Act, id: string) {
  const found = await tx.household.findFirst({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      id,
      endedAt: null,
      stairwell: { building: buildingsWithin(principal, 'materials.write') },
    },
    select: {
      room: true,
      stairwell: {
        select: {
          name: true,
          building: { select: { name: true, compound: { select: { name: true, communityId: true } } } },
        },
      },
    },
  })
  if (!found) return null
  const { name, compound } = found.stairwell.building
  return {
    communityId: compound.communityId,
    door: `${compound.name}${name}${found.stairwell.name}${found.room}`,
  }
}

async function personNamed({ tx, principal, now }: Act, id: string): Promise<string | null> {
  const within = personsWithin(principal, 'materials.write', todayOf(now))
  const found = await tx.person.findFirst({ where: { AND: [{ id }, within] }, select: { name: true } })
  return found?.name ?? null
}

type Issued = Result<{ id: string }, 'unknown-reference' | 'in-the-future' | 'out-of-stock'>

/** Hands things to a captain or a household out of a community's store. */
export async function issue(act: Act, asked: NewIssue): Promise<Issued> {
  const { communityId, kind, quantity, personId, householdId, day } = asked
  if (!mayWriteIn(act.principal, 'materials.write', communityId))
    return refuse('unknown-reference', { communityId: 'unknown-reference' })
  if (day > dayOf(act.now)) return refuse('in-the-future', { day: 'in-the-future' })
  const person = personId && (await personNamed(act, personId))
  if (personId && !person) return refuse('unknown-reference', { personId: 'unknown-reference' })
  const household = householdId && (await householdFor(act, householdId))
  if (householdId && (!household || household.communityId !== communityId))
    return refuse('unknown-reference', { householdId: 'unknown-reference' })
  if ((await claimStock(act, communityId, kind)) < quantity)
    return refuse('out-of-stock', { quantity: 'out-of-stock' })
  const found = [...(person ? [person] : []), ...(household ? [household.door] : [])]
  return ok({ id: await writeMovement(act, { ...asked, move: 'issued', found }) })
}

/** Hands out a plaque: the household's member has agreed that it tells who passes of the membership, and that is kept. */
export async function issuePlaque(
  act: Act,
  { householdId, name, consentOn, consentSource, day, words }: NewPlaque,
): Promise<
  Result<
    { id: string },
    'unknown-reference' | 'in-the-future' | 'out-of-stock' | 'consent-required' | 'already-exists'
  >
> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const household = await householdFor(act, householdId)
  if (!household || !mayWriteIn(principal, 'materials.write', household.communityId))
    return refuse('unknown-reference', { householdId: 'unknown-reference' })
  if (consentOn === null) return refuse('consent-required', { consentOn: 'consent-required' })
  const today = dayOf(now)
  if (day > today) return refuse('in-the-future', { day: 'in-the-future' })
  if (consentOn > today) return refuse('in-the-future', { consentOn: 'in-the-future' })
  const { communityId, door } = household
  const stock = await claimStock(act, communityId, 'door_plaque')
  const hanging = await tx.materialMovement.count({
    where: {
      streetId,
      householdId,
      kind: 'door_plaque',
      move: 'issued',
      after: { none: { move: { in: ['returned', 'lost'] } } },
    },
  })
  if (hanging > 0) return refuse('already-exists', { householdId: 'already-exists' })
  if (stock < 1) return refuse('out-of-stock')
  const personId = await personFor(act, name, null)
  const consentId = uuidv7(now)
  await tx.consent.create({
    data: {
      streetId,
      id: consentId,
      personId,
      purpose: 'plaque',
      textVersion: PLAQUE_TEXT,
      givenOn: dateOf(consentOn),
      source: consentSource,
      createdAt: now,
    },
    select: { id: true },
  })
  const moved = { communityId, kind: 'door_plaque', move: 'issued', quantity: 1, day, words } as const
  return ok({
    id: await writeMovement(act, { ...moved, personId, householdId, consentId, found: [name, door] }),
  })
}

type After = 'signed' | 'returned' | 'replaced' | 'lost'
type Followed = Result<
  { id: string },
  'not-found' | 'in-the-future' | 'has-ended' | 'more-than-out' | 'out-of-stock' | 'already-exists'
>

const isIssue = (movement: MovementRow | null): movement is MovementRow & { out: number } =>
  movement !== null && movement.out !== null

/** Writes what became of an issue, under the lock of its stock. */
async function follow(
  act: Act,
  id: string,
  move: After,
  { quantity, day, words }: AfterIssue,
): Promise<Followed> {
  const seen = await findMovement(act, id, 'materials.write')
  if (!isIssue(seen)) return refuse('not-found')
  if (day > dayOf(act.now)) return refuse('in-the-future', { day: 'in-the-future' })
  const { communityId, kind } = seen
  const stock = await claimStock(act, communityId, kind)
  const now = await findMovement(act, id, 'materials.write')
  if (!isIssue(now) || now.out === 0) return refuse('has-ended')
  if (move === 'signed' && now.isSigned) return refuse('already-exists')
  if (quantity > now.out) return refuse('more-than-out', { quantity: 'more-than-out' })
  if (move === 'replaced' && quantity > stock) return refuse('out-of-stock', { quantity: 'out-of-stock' })
  await writeMovement(act, { communityId, kind, move, quantity, day, words, issueId: id })
  return ok({ id })
}

/** Keeps that who holds it has signed for it, once. */
export const signFor = async (act: Act, id: string, day: string): Promise<Followed> => {
  const seen = await findMovement(act, id, 'materials.write')
  if (!isIssue(seen)) return refuse('not-found')
  return follow(act, id, 'signed', { quantity: Math.max(1, seen.out), day, words: null })
}

export const giveBack = (act: Act, id: string, after: AfterIssue) => follow(act, id, 'returned', after)
export const replace = (act: Act, id: string, after: AfterIssue) => follow(act, id, 'replaced', after)
export const lose = (act: Act, id: string, after: AfterIssue) => follow(act, id, 'lost', after)

/** The household no longer wants the plaque: the ledger then asks for it back. */
export async function withdrawPlaque(
  act: Act,
  id: string,
  reason: string,
): Promise<Result<{ id: string }, 'not-found' | 'has-ended'>> {
  const { tx, principal, now } = act
  const seen = await findMovement(act, id, 'materials.write')
  if (!isIssue(seen) || !seen.consent) return refuse('not-found')
  const { count } = await tx.consent.updateMany({
    where: { streetId: principal.streetId, withdrawnAt: null, plaques: { some: { id } } },
    data: { withdrawnAt: now },
  })
  if (count === 0) return refuse('has-ended')
  await recordAudit(act, { action: 'material.withdraw', subject: { kind: 'material', id }, reason })
  return ok({ id })
}
