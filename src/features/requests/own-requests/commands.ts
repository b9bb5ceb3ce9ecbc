import { randomCode } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { householdsOf, type OwnHousehold } from '@/features/people/own-households/queries'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { hashToken } from '@/server/session'
import { fileRequest, type Site, searchedBy } from '../intake/commands'
import { moveByReporter } from '../life/commands'
import type { ReporterMove } from '../life/schema'
import type { Moved } from '../steps/commands'
import { REPORTER } from '../tracks/commands'
import { findToFollow, ownMovable } from './queries'
import type { OwnReport } from './schema'

const siteOf = ({ stairwell }: OwnHousehold, where: OwnReport['where']): Site => ({
  compoundId: stairwell.building.compound.id,
  buildingId: where === 'compound' ? null : stairwell.building.id,
  stairwellId: where === 'stairwell' ? stairwell.id : null,
  stars: stairwell.building.compound.stars,
})

/** Files what a resident reports from a household that was confirmed. */
export async function reportAsResident(
  act: Act,
  { householdId, categoryId, words, where, place, mayCall }: OwnReport,
): Promise<Result<{ id: string; number: string }, 'unknown-reference' | 'too-many-photos'>> {
  const { tx, principal, now } = act
  const { streetId, accountId, name } = principal
  const household = (await householdsOf(act)).find(({ id }) => id === householdId)
  if (!household) return refuse('unknown-reference', { householdId: 'unknown-reference' })
  const own = await tx.householdMember.findFirst({
    where: { streetId, accountId, householdId, state: 'confirmed' },
    select: { name: true, resident: { select: { phone: true } } },
  })
  const filed = await fileRequest(tx, streetId, now, {
    site: siteOf(household, where),
    source: 'account',
    categoryId,
    words,
    place: place ?? null,
    reporterName: own?.name ?? name,
    reporterPhone: mayCall ? (own?.resident.phone ?? null) : null,
    reporterAccountId: accountId,
    actor: { accountId, name: REPORTER, kind: 'reporter' },
  })
  if (!filed.ok) return filed
  const { id, number } = filed.value
  await recordAudit(act, { action: 'request.report', subject: { kind: 'request', id } })
  return ok({ id, number })
}

type MoveRefusal =
  | 'not-found'
  | 'forbidden'
  | 'move-not-possible'
  | 'reopening-expired'
  | 'stale-version'
  | 'unknown-reference'

/** Makes a step of the reporter's by the account; who only follows reads. */
export async function moveAsResident(
  act: Act,
  id: string,
  asked: ReporterMove,
): Promise<Result<Pick<Moved, 'state' | 'version'>, MoveRefusal>> {
  const { tx, principal, now } = act
  const own = await ownMovable(act, id)
  if (!own) return refuse('not-found')
  if (own.kind !== 'reporter') return refuse('move-not-possible')
  const { accountId } = principal
  // History is never rewritten: it names the account, not the name that may have to be forgotten.
  const actor = { accountId, name: REPORTER, kind: 'reporter' as const, photoOwner: accountId }
  const moved = await moveByReporter(tx, own.request, asked, actor, now)
  if (!moved.ok) return moved as Result<never, MoveRefusal>
  await recordAudit(act, {
    action: `request.${asked.move}`,
    subject: { kind: 'request', id },
    changes: { state: { from: own.request.state, to: moved.value.state } },
  })
  const { state, version } = moved.value
  return ok({ state, version })
}

/** Takes the request of a tracking code into the account: from then on the account does what the code did. */
export async function takeTrack(
  { tx, principal }: Act,
  token: string,
): Promise<Result<{ id: string }, 'not-found' | 'already-exists'>> {
  const { streetId, accountId } = principal
  const tokenHash = hashToken(token)
  const track = await tx.requestTrack.findFirst({
    where: { streetId, tokenHash },
    select: { requestId: true, accountId: true },
  })
  if (!track) return refuse('not-found', { token: 'not-found' })
  if (track.accountId === accountId) return ok({ id: track.requestId })
  // Whose account holds the code already keeps it: a code seen over a shoulder takes nothing away.
  const { count } = await tx.requestTrack.updateMany({
    where: { streetId, tokenHash, accountId: null },
    data: { accountId },
  })
  return count === 1 ? ok({ id: track.requestId }) : refuse('already-exists', { token: 'already-exists' })
}

/** Follows an open request around one's own household in place of reporting it again. */
export async function followAsResident(act: Act, id: string): Promise<Result<{ id: string }, 'not-found'>> {
  const { tx, principal, now } = act
  const { streetId, accountId } = principal
  const found = await findToFollow(act, id)
  if (!found) return refuse('not-found')
  if ((await tx.requestTrack.count({ where: { streetId, requestId: id, accountId } })) === 0)
    await tx.requestTrack.create({
      data: {
        tokenHash: hashToken(randomCode(20)),
        streetId,
        requestId: id,
        accountId,
        kind: 'follower',
        createdAt: now,
      },
      select: { tokenHash: true },
    })
  return ok({ id })
}

/** Takes the reporter's name and number out of the account's requests; the requests and their counts stay. */
export async function eraseReporter({ tx, principal }: Act): Promise<void> {
  const { streetId, accountId } = principal
  const reported = await tx.request.findMany({
    where: {
      streetId,
      OR: [{ reporterAccountId: accountId }, { tracks: { some: { accountId, kind: 'reporter' } } }],
    },
    select: { id: true, number: true, words: true, place: true },
  })
  for (const { id, number, words, place } of reported)
    await tx.request.update({
      where: { streetId_id: { streetId, id } },
      data: { reporterName: null, reporterPhone: null, search: searchedBy(number, { words, place }) },
      select: { id: true },
    })
  await tx.requestTrack.updateMany({ where: { streetId, accountId }, data: { accountId: null } })
}
