import { subMonths } from 'date-fns'
import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import { communitiesWithin } from '@/features/places/policy'
import { mediationMonthsOf } from '@/features/places/settings/queries'
import type { MediationPost } from '@/generated/prisma/enums'
import type { Act } from '@/server/act'
import { recordAudit, recordDeed } from '@/server/audit'
import type { Tx } from '@/server/db'
import { dateOf, todayOf } from '@/server/term'
import { claimMediation, moveMediation, running, type Written, writeMediation } from '../cases/commands'
import { type MediationDetail, tellAudit } from '../cases/queries'
import { committeesWithin } from '../policy'
import { mayMove } from '../rules'
import type { HandingOver, NewCommitteeMember, NewSeat } from '../schema'
import { abandonedCases, colleaguesOf, committeeOf, committeeOptions } from './queries'

type Refused = 'not-found' | 'has-ended'
type Seating = { streetId: string; mediationId: string; now: Date }

/** Gives accounts a seat in a case; who has one keeps it. */
const seat = (
  tx: Tx,
  { streetId, mediationId, now }: Seating,
  accountIds: readonly string[],
  post: MediationPost,
) =>
  tx.mediationSeat.createMany({
    data: accountIds.map((accountId) => ({
      streetId,
      id: uuidv7(now),
      mediationId,
      accountId,
      post,
      startsAt: now,
    })),
    skipDuplicates: true,
  })

const isSeated = ({ seats }: MediationDetail, accountId: string): boolean =>
  seats.some((one) => one.accountId === accountId)

/** Brings a colleague into the case whose office reaches the building. */
export async function bringIn(
  act: Act,
  id: string,
  { accountId }: NewSeat,
): Promise<Result<Written, Refused | 'stale-version' | 'unknown-reference' | 'already-exists'>> {
  const found = await running(act, id)
  if (!found.ok) return found
  const colleagues = await colleaguesOf(act, found.value.building.id)
  if (!colleagues.some((one) => one.id === accountId))
    return refuse('unknown-reference', { accountId: 'unknown-reference' })
  if (isSeated(found.value, accountId)) return refuse('already-exists', { accountId: 'already-exists' })
  const { tx, principal, now } = act
  await seat(tx, { streetId: principal.streetId, mediationId: id, now }, [accountId], 'helper')
  const written = await writeMediation(act, found.value, {})
  await tellAudit(act, id, 'bring-in')
  return ok(written)
}

/** Leaves a case; the last one in it hands it over instead. */
export async function leaveCase(
  act: Act,
  id: string,
): Promise<Result<Written, 'not-found' | 'last-in-the-case'>> {
  const found = await claimMediation(act, id)
  if (!found) return refuse('not-found')
  const { tx, principal, now } = act
  const colleagues = await colleaguesOf(act, found.building.id)
  const others = found.seats.filter(
    ({ accountId }) => accountId !== principal.accountId && colleagues.some((one) => one.id === accountId),
  )
  if (found.state !== 'ended' && others.length === 0) return refuse('last-in-the-case')
  await tx.mediationSeat.updateMany({
    where: { streetId: principal.streetId, mediationId: id, accountId: principal.accountId, endsAt: null },
    data: { endsAt: now },
  })
  const written = await writeMediation(act, found, {})
  await tellAudit(act, id, 'leave')
  return ok(written)
}

/** Hands a case over to the community's committee: all of its members are in it from now on. */
export async function handOver(
  act: Act,
  id: string,
  { closing, version }: HandingOver,
): Promise<Result<Written, Refused | 'stale-version' | 'step-not-possible' | 'no-committee'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const found = await running(act, id, version)
  if (!found.ok) return found
  if (!mayMove('hand-over', found.value.state)) return refuse('step-not-possible')
  const members = await committeeOf(tx, streetId, found.value.building.compound.communityId)
  if (members.length === 0) return refuse('no-committee')
  const newcomers = members.map(({ accountId }) => accountId).filter((one) => !isSeated(found.value, one))
  await seat(tx, { streetId, mediationId: id, now }, newcomers, 'committee')
  return moveMediation(act, found.value, 'hand-over', { closing })
}

/** Puts somebody on a community's committee. */
export async function addCommitteeMember(
  act: Act,
  { communityId, accountId }: NewCommitteeMember,
): Promise<Result<{ id: string }, 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const within = communitiesWithin(principal, 'mediations.committee')
  if ((await tx.community.count({ where: { AND: [{ id: communityId }, within] } })) === 0)
    return refuse('unknown-reference', { communityId: 'unknown-reference' })
  const options = await committeeOptions(act, communityId)
  if (!options.some((one) => one.id === accountId))
    return refuse('unknown-reference', { accountId: 'unknown-reference' })
  const members = await committeeOf(tx, streetId, communityId)
  if (members.some((one) => one.accountId === accountId))
    return refuse('already-exists', { accountId: 'already-exists' })
  const id = uuidv7(now)
  await tx.committeeMember.create({
    data: { streetId, id, communityId, accountId, startsOn: todayOf(now), createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, { action: 'committee.add', subject: { kind: 'committee-member', id } })
  return ok({ id })
}

/** Takes somebody off a committee: cases that they are in stay theirs until they leave them. */
export async function endCommitteeMember(act: Act, id: string): Promise<Result<{ id: string }, 'not-found'>> {
  const { tx, principal, now } = act
  const ended = await tx.committeeMember.updateMany({
    where: { AND: [{ id, endsOn: null }, committeesWithin(principal)] },
    data: { endsOn: todayOf(now) },
  })
  if (ended.count === 0) return refuse('not-found')
  await recordAudit(act, { action: 'committee.end', subject: { kind: 'committee-member', id } })
  return ok({ id })
}

/** What time does to cases: who cannot be reached is replaced, and what ended long ago is forgotten. */
export async function sweepMediations(tx: Tx, now: Date): Promise<void> {
  await adoptCases(tx, now)
  for (const { id } of await tx.street.findMany({ select: { id: true } })) {
    const months = await mediationMonthsOf(tx, id)
    await eraseCases(tx, id, dateOf(dayOf(subMonths(now, months))), now)
  }
}

/** Gives cases that nobody can open any more to their community's committee. */
export async function adoptCases(tx: Tx, now: Date): Promise<void> {
  for (const { id: streetId } of await tx.street.findMany({ select: { id: true } }))
    for (const { id, communityId } of await abandonedCases(tx, streetId, todayOf(now))) {
      const members = await committeeOf(tx, streetId, communityId)
      if (members.length === 0) continue
      await seat(
        tx,
        { streetId, mediationId: id, now },
        members.map(({ accountId }) => accountId),
        'committee',
      )
      await recordDeed(
        { tx, doer: { streetId, accountId: null, name: 'linzhi' }, at: now, requestId: `adopt-${id}` },
        { action: 'mediation.adopt', subject: { kind: 'mediation', id } },
      )
    }
}

/** Takes names, numbers and words out of cases that ended before a day; that there was a case stays. */
export async function eraseCases(tx: Tx, streetId: string, endedBefore: Date, now: Date): Promise<number> {
  const due = await tx.mediation.findMany({
    where: { streetId, erasedAt: null, endedOn: { lt: endedBefore } },
    select: { id: true },
    take: 500,
  })
  const ids = due.map(({ id }) => id)
  const of = { streetId, mediationId: { in: ids } }
  await tx.mediation.updateMany({
    where: { streetId, id: { in: ids } },
    data: { matter: '', closing: null, erasedAt: now, version: { increment: 1 } },
  })
  await tx.mediationSignature.deleteMany({
    where: { streetId, agreement: { mediationId: { in: ids } } },
  })
  await tx.mediationAgreement.deleteMany({ where: of })
  await tx.mediationMeeting.deleteMany({ where: of })
  await tx.mediationParty.deleteMany({ where: of })
  return ids.length
}
