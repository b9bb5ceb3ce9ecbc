import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText } from '@/server/pinyin'
import { hashToken } from '@/server/session'
import { dateOf } from '@/server/term'
import { type HouseholdClaim, type InvitationEntry, TERMS_TEXT } from './schema'

/** Families help each other: more open claims than these are somebody who tries doors. */
const MOST_OPEN = 5

const OPEN = ['claimed', 'confirmed'] as const
type Entered = { id: string; state: 'claimed' | 'confirmed' }
type Refusal = 'unknown-reference' | 'already-exists' | 'enough-households' | 'code-wrong'

/** The account's row as a resident's; who was given the role by hand gets one at the first claim. */
async function keepResident({ tx, principal, now }: Act): Promise<void> {
  const { streetId, accountId } = principal
  await tx.resident.createMany({
    data: { streetId, accountId, registeredAt: now, seenAt: now },
    skipDuplicates: true,
  })
}

/** What the resident agreed to on entering; one consent is in force. */
async function keepTerms({ tx, principal, now }: Act): Promise<void> {
  const { streetId, accountId } = principal
  const inForce = await tx.consent.count({
    where: { streetId, accountId, purpose: 'residents', withdrawnAt: null },
  })
  if (inForce > 0) return
  await tx.consent.createMany({
    data: {
      streetId,
      id: uuidv7(now),
      accountId,
      purpose: 'residents',
      textVersion: TERMS_TEXT,
      givenOn: dateOf(dayOf(now)),
      source: 'account',
      createdAt: now,
    },
    skipDuplicates: true,
  })
}

const openOf = ({ tx, principal }: Act) =>
  tx.householdMember.findMany({
    where: { streetId: principal.streetId, accountId: principal.accountId, state: { in: [...OPEN] } },
    select: { id: true, householdId: true, state: true },
  })

/** What the row says of a household and of who stands in it. */
const heldIn = async ({ tx, principal }: Act, householdId: string) =>
  tx.household.findFirst({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      id: householdId,
      endedAt: null,
      stairwell: { endedAt: null, building: { endedAt: null } },
    },
    select: {
      id: true,
      room: true,
      stairwell: {
        select: { name: true, building: { select: { name: true, compound: { select: { name: true } } } } },
      },
    },
  })

type Held = NonNullable<Awaited<ReturnType<typeof heldIn>>>

const doorOf = ({ room, stairwell }: Held): string =>
  `${stairwell.building.compound.name}${stairwell.building.name} ${stairwell.name} ${room}`

/** Claims a household; it gives nothing until somebody who knows the stairwell confirms it. */
export async function claimHousehold(
  act: Act,
  { householdId, name }: HouseholdClaim,
): Promise<Result<Entered, Refusal>> {
  const household = await heldIn(act, householdId)
  if (!household) return refuse('unknown-reference', { householdId: 'unknown-reference' })
  const open = await openOf(act)
  if (open.some((one) => one.householdId === householdId))
    return refuse('already-exists', { householdId: 'already-exists' })
  if (open.length >= MOST_OPEN) return refuse('enough-households')
  return enter(act, household, name, { way: 'claim', state: 'claimed' })
}

type Way =
  | { way: 'claim'; state: 'claimed' }
  | { way: 'invitation'; state: 'confirmed'; decidedAt: Date; decidedBy: string }

async function enter(act: Act, household: Held, name: string, way: Way): Promise<Result<Entered, never>> {
  const { tx, principal, now } = act
  const id = uuidv7(now)
  await keepResident(act)
  await keepTerms(act)
  await tx.householdMember.create({
    data: {
      streetId: principal.streetId,
      id,
      householdId: household.id,
      accountId: principal.accountId,
      ...way,
      name,
      search: searchText(name, doorOf(household)),
      claimedAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: way.way === 'claim' ? 'household-member.claim' : 'household-member.enter',
    subject: { kind: 'household-member', id },
    changes: changesBetween({}, { household: doorOf(household), state: way.state }),
  })
  return ok({ id, state: way.state })
}

/** Enters the household that a printed code names; the code is used up by the first. */
export async function enterByInvitation(
  act: Act,
  { code, name }: InvitationEntry,
): Promise<Result<Entered, Refusal>> {
  const { tx, principal, now } = act
  const { streetId, accountId } = principal
  const wrong = refuse('code-wrong', { code: 'code-wrong' })
  const good = { streetId, codeHash: hashToken(code), usedAt: null, revokedAt: null, expiresAt: { gt: now } }
  const invitation = await tx.householdInvitation.findFirst({
    where: good,
    select: { id: true, householdId: true, createdBy: true },
  })
  const household = invitation && (await heldIn(act, invitation.householdId))
  if (!household) return wrong
  const open = await openOf(act)
  const there = open.find((one) => one.householdId === household.id)
  if (there?.state === 'confirmed') return refuse('already-exists', { code: 'already-exists' })
  if (!there && open.length >= MOST_OPEN) return refuse('enough-households')
  const used = await tx.householdInvitation.updateMany({
    where: good,
    data: { usedAt: now, usedBy: accountId },
  })
  if (used.count !== 1) return wrong
  const decided = { decidedAt: now, decidedBy: invitation.createdBy }
  if (!there) return enter(act, household, name, { way: 'invitation', state: 'confirmed', ...decided })
  await tx.householdMember.updateMany({
    where: { streetId, id: there.id, state: 'claimed' },
    data: { state: 'confirmed', way: 'invitation', ...decided, version: { increment: 1 } },
  })
  await recordAudit(act, {
    action: 'household-member.enter',
    subject: { kind: 'household-member', id: there.id },
    changes: changesBetween({ state: 'claimed' }, { state: 'confirmed' }),
  })
  return ok({ id: there.id, state: 'confirmed' })
}

/** Takes a claim back, or leaves a household. */
export async function leaveHousehold(act: Act, id: string): Promise<Result<null, 'not-found' | 'has-ended'>> {
  const { tx, principal, now } = act
  const own = { streetId: principal.streetId, id, accountId: principal.accountId }
  const { count } = await tx.householdMember.updateMany({
    where: { ...own, state: { in: [...OPEN] } },
    data: { state: 'ended', endedAt: now, reason: 'left', version: { increment: 1 } },
  })
  if (count === 0) return refuse((await tx.householdMember.count({ where: own })) ? 'has-ended' : 'not-found')
  await recordAudit(act, { action: 'household-member.leave', subject: { kind: 'household-member', id } })
  return ok(null)
}
