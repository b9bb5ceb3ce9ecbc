import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { todayOf } from '@/server/term'
import { claimElection } from '../commands'

type Ticked = { id: string; ballots: number }

/** Ticks off that a household has handed in its one ballot; for whom is nowhere written. */
export async function tickHousehold(
  act: Act,
  electionId: string,
  householdId: string,
): Promise<Result<Ticked, 'not-found' | 'step-not-possible' | 'unknown-reference' | 'already-voted'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const before = await claimElection(act, electionId)
  if (!before) return refuse('not-found')
  if (before.state !== 'voting') return refuse('step-not-possible')
  const buildingIds = before.buildings.map(({ id }) => id)
  const household = await tx.household.count({
    where: { streetId, id: householdId, endedAt: null, stairwell: { buildingId: { in: buildingIds } } },
  })
  if (household === 0) return refuse('unknown-reference', { householdId: 'unknown-reference' })
  const { count } = await tx.electionBallot.createMany({
    data: [{ streetId, electionId, householdId, castOn: todayOf(now) }],
    skipDuplicates: true,
  })
  if (count === 0) return refuse('already-voted', { householdId: 'already-voted' })
  await recordAudit(act, { action: 'election.ballot', subject: { kind: 'election', id: electionId } })
  return ok({ id: electionId, ballots: before.ballots + 1 })
}

/** Takes back a tick that was made by mistake. */
export async function untickHousehold(
  act: Act,
  electionId: string,
  householdId: string,
): Promise<Result<Ticked, 'not-found' | 'step-not-possible' | 'unknown-reference'>> {
  const { tx, principal } = act
  const before = await claimElection(act, electionId)
  if (!before) return refuse('not-found')
  if (before.state !== 'voting') return refuse('step-not-possible')
  const { count } = await tx.electionBallot.deleteMany({
    where: { streetId: principal.streetId, electionId, householdId },
  })
  if (count === 0) return refuse('unknown-reference', { householdId: 'unknown-reference' })
  await recordAudit(act, { action: 'election.ballot-back', subject: { kind: 'election', id: electionId } })
  return ok({ id: electionId, ballots: before.ballots - 1 })
}
