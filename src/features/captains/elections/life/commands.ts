import { dayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import { addWorkdays } from '@/core/workdays'
import { calendarAround } from '@/features/places/calendar/queries'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { dateOf, todayOf } from '@/server/term'
import { claimElection, type Written, writeElection } from '../commands'
import { type ElectionDetail, nomineesStanding } from '../queries'
import { countFaults, type Move, mayMove, TRANSITIONS } from '../rules'
import type { CountSheet, ElectionEnd, Publicity, VotingTimes } from '../schema'

type Refused = 'not-found' | 'step-not-possible' | 'stale-version'

const subjectOf = (id: string) => ({ kind: 'election', id })

/** Takes one step of an election's life, with what the step writes. */
async function step(
  act: Act,
  { id, state }: ElectionDetail,
  move: Move,
  version: number,
  data: Record<string, unknown>,
  told: { changes?: Record<string, unknown>; reason?: string } = {},
): Promise<Result<Written, 'stale-version'>> {
  const to = TRANSITIONS[move].to
  if (!(await writeElection(act, id, version, { ...data, state: to }))) return refuse('stale-version')
  await recordAudit(act, {
    action: `election.${move}`,
    subject: subjectOf(id),
    changes: changesBetween({ state }, { state: to, ...told.changes }),
    ...(told.reason ? { reason: told.reason } : {}),
  })
  return ok({ id, version: version + 1 })
}

/** Opens the vote: from now on nobody is nominated, and it is fixed how many households may vote. */
export async function openVoting(
  act: Act,
  id: string,
  { votingFrom, votingTo, version }: VotingTimes,
): Promise<Result<Written, Refused | 'no-nominee' | 'entitled-unknown'>> {
  const before = await claimElection(act, id)
  if (!before) return refuse('not-found')
  if (!mayMove('open-voting', before)) return refuse('step-not-possible')
  if (nomineesStanding(before).length === 0) return refuse('no-nominee')
  const entitled = before.entitled ?? before.households
  if (entitled === 0) return refuse('entitled-unknown')
  return step(
    act,
    before,
    'open-voting',
    version,
    { entitled, votingFrom: dateOf(votingFrom), votingTo: dateOf(votingTo) },
    { changes: { votingFrom, votingTo, entitled } },
  )
}

export async function closeVoting(act: Act, id: string, version: number): Promise<Result<Written, Refused>> {
  const before = await claimElection(act, id)
  if (!before) return refuse('not-found')
  if (!mayMove('close-voting', before)) return refuse('step-not-possible')
  return step(act, before, 'close-voting', version, {})
}

/** Keeps the count sheet; its sums agree, and where households were ticked off, so does their number. */
export async function keepCount(
  act: Act,
  id: string,
  { votes, version, ...sheet }: CountSheet,
): Promise<Result<Written, Refused | 'invalid'>> {
  const { tx, principal } = act
  const before = await claimElection(act, id)
  if (!before) return refuse('not-found')
  if (before.state !== 'counting' || before.entitled === null) return refuse('step-not-possible')
  const standing = nomineesStanding(before).map((nominee) => nominee.id)
  const faults: Record<string, string> = countFaults({ ...sheet, votes }, before.entitled, standing)
  if (before.ballots > 0 && before.ballots !== sheet.cast) faults.cast = 'ballots-differ'
  if (Object.keys(faults).length > 0) return refuse('invalid', faults)
  if (!(await writeElection(act, id, version, sheet))) return refuse('stale-version')
  for (const [nomineeId, given] of Object.entries(votes))
    await tx.electionNominee.update({
      where: { streetId_id: { streetId: principal.streetId, id: nomineeId } },
      data: { votes: given },
      select: { id: true },
    })
  const named = before.nominees.map(({ id: one, person }) => `${person.name} ${votes[one] ?? 0}`)
  await recordAudit(act, {
    action: 'election.count',
    subject: subjectOf(id),
    changes: changesBetween(before, { ...sheet, votes: named }),
  })
  return ok({ id, version: version + 1 })
}

/** Whose choice is made public: the winner of the vote, or whom the community names. */
function chosen(before: ElectionDetail, nomineeId: string | null) {
  const { kind, outcome } = before
  const id = kind === 'vote' ? (outcome?.won ? outcome.winnerId : null) : nomineeId
  return nomineesStanding(before).find((nominee) => nominee.id === id) ?? null
}

/** Makes the choice public for its workdays, which begin to count on the day after it was hung up. */
export async function makePublic(
  act: Act,
  id: string,
  { nomineeId, publicFrom, version }: Publicity,
): Promise<Result<Written, Refused | 'count-not-won' | 'unknown-reference' | 'in-the-past'>> {
  const { tx, principal, now } = act
  const before = await claimElection(act, id)
  if (!before) return refuse('not-found')
  const move = before.kind === 'vote' ? 'publish' : 'propose'
  if (!mayMove(move, before)) return refuse('step-not-possible')
  const winner = chosen(before, nomineeId)
  if (!winner)
    return move === 'publish'
      ? refuse('count-not-won')
      : refuse('unknown-reference', { nomineeId: 'unknown-reference' })
  if (publicFrom < dayOf(now)) return refuse('in-the-past', { publicFrom: 'in-the-past' })
  const calendar = await calendarAround(tx, principal.streetId, dateOf(publicFrom))
  const publicTo = addWorkdays(publicFrom, before.publicityDays, calendar)
  return step(
    act,
    before,
    move,
    version,
    { winnerId: winner.id, publicFrom: dateOf(publicFrom), publicTo: dateOf(publicTo) },
    { changes: { nominee: winner.person.name, publicFrom, publicTo } },
  )
}

/** Ends an election without a captain: it failed, or it is called off. */
export async function endElection(
  act: Act,
  id: string,
  { outcome, reason, version }: ElectionEnd,
): Promise<Result<Written, Refused>> {
  const before = await claimElection(act, id)
  if (!before) return refuse('not-found')
  const move = outcome === 'failed' ? 'fail' : 'cancel'
  if (!mayMove(move, before)) return refuse('step-not-possible')
  return step(act, before, move, version, { decision: reason, decidedOn: todayOf(act.now) }, { reason })
}

/** Sends an election back to its nominations: what was counted and made public no longer holds, and whom it chose no longer stands. */
export async function sendBack(
  act: Act,
  before: ElectionDetail,
  reason: string,
): Promise<Result<Written, 'stale-version'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const taken = await step(
    act,
    before,
    'uphold',
    before.version,
    {
      winnerId: null,
      publicFrom: null,
      publicTo: null,
      votingFrom: null,
      votingTo: null,
      cast: null,
      valid: null,
      invalid: null,
      forNobody: null,
      countedBy: null,
    },
    { reason },
  )
  if (!taken.ok) return taken
  await tx.electionBallot.deleteMany({ where: { streetId, electionId: before.id } })
  await tx.electionNominee.updateMany({ where: { streetId, electionId: before.id }, data: { votes: null } })
  if (before.winnerId)
    await tx.electionNominee.update({
      where: { streetId_id: { streetId, id: before.winnerId } },
      data: { withdrawnOn: todayOf(now) },
      select: { id: true },
    })
  return taken
}
