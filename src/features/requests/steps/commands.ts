import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { calendarAround } from '@/features/places/calendar/queries'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { addJob } from '@/server/jobs'
import { planCall } from '../calls/commands'
import { deadlineOf, type Policy } from '../deadlines/rules'
import { photosOf } from '../intake/commands'
import type { Movable } from '../life/queries'
import { type Move, SILENT_DAYS, type State, transitionOf } from '../life/rules'
import { tellOfStep } from '../tell/queue/commands'

const DAY_MS = 86_400_000

export type Moved = { id: string; version: number; state: State }

export type Actor = {
  accountId: string | null
  name: string
  kind: 'staff' | 'reporter' | 'system'
  photoOwner: string
}

/** What a step leaves behind besides the state. */
export type Step = {
  move: Move
  words?: string | undefined
  workerId?: string
  parentId?: string
  until?: Date
  outcome?: 'solved' | 'not_solvable' | 'not_ours' | 'handed_over'
  photoIds?: readonly string[]
  details?: Prisma.InputJsonObject
  /** Set for a step that waited in a phone: what its clock said, and when the step arrived. */
  late?: { phoneAt: string; receivedAt: Date }
}

/** The clock's own steps: a rule's dispatch, a pause that is over, an answer that did not come, a silence of seven days. */
export const moveByClock = (tx: Tx, request: Movable, step: Step, name: string, now: Date) =>
  makeStep(tx, request, step, { accountId: null, name, kind: 'system', photoOwner: '' }, now)

/** Begins the clock of what was ordered at another time, with a step that tells so; the state stays. */
export async function moveClock(
  tx: Tx,
  request: Movable,
  roundStartedAt: Date,
  words: string,
  actor: Actor,
  now: Date,
): Promise<Result<Moved, 'stale-version'>> {
  const { streetId, id, state, version, round } = request
  const after = { data: {}, state, round, arrivedAt: request.arrivedAt, roundStartedAt, isPolicyMet: false }
  const written = await tx.request.updateMany({
    where: { streetId, id, version },
    data: {
      roundStartedAt,
      version: { increment: 1 },
      updatedAt: now,
      ...(await deadlineAfter(tx, request, after, now)),
    },
  })
  if (written.count === 0) return refuse('stale-version')
  await tx.requestEvent.create({
    data: {
      streetId,
      id: uuidv7(now),
      requestId: id,
      version: version + 1,
      at: now,
      kind: 'move-order',
      fromState: state,
      toState: state,
      round,
      accountId: actor.accountId,
      actor: actor.name,
      actorKind: actor.kind,
      words,
      isPublic: true,
    },
    select: { id: true },
  })
  return ok({ id, version: version + 1, state })
}

/** Writes the new state, the pause that begins or ends, the new deadline and the event; the version decides who was first. */
export async function makeStep(
  tx: Tx,
  request: Movable,
  step: Step,
  actor: Actor,
  now: Date,
): Promise<Result<Moved, 'stale-version' | 'move-not-possible' | 'unknown-reference'>> {
  const { streetId, id } = request
  const transition = transitionOf(step.move)
  if (!transition.from.includes(request.state)) return refuse('move-not-possible')
  const photos = photosOf(streetId, step.photoIds ?? [], actor.photoOwner)
  const photoCount = step.photoIds?.length ?? 0
  if (photoCount > 0 && (await tx.requestPhoto.count({ where: photos })) !== photoCount)
    return refuse('unknown-reference', { photoIds: 'unknown-reference' })
  const after = afterStep(request, step, now)
  const written = await tx.request.updateMany({
    where: { streetId, id, version: request.version },
    data: { ...after.data, ...(await deadlineAfter(tx, request, after, now)) },
  })
  if (written.count === 0) return refuse('stale-version')
  await keepPauses(tx, request, step, transition.to, now)
  const eventId = uuidv7(now)
  await tx.requestEvent.create({
    data: {
      streetId,
      id: eventId,
      requestId: id,
      version: request.version + 1,
      at: now,
      kind: step.move,
      fromState: request.state,
      toState: transition.to,
      round: after.round,
      accountId: actor.accountId,
      actor: actor.name,
      actorKind: actor.kind,
      words: step.words ?? null,
      isPublic: transition.isPublic ?? false,
      ...detailsOf(step),
    },
    select: { id: true },
  })
  if (photoCount > 0) {
    const stage = step.move === 'answer' ? 'before' : 'after'
    await tx.requestPhoto.updateMany({ where: photos, data: { requestId: id, eventId, stage } })
  }
  await tellOfStep(tx, streetId, id, { id: eventId, kind: step.move })
  if (step.move === 'pass') await planCall(tx, streetId, id, { isSatisfied: null, now })
  if (step.move === 'rate-not-satisfied') await planCall(tx, streetId, id, { isSatisfied: false, now })
  if (step.move === 'accept') await addJob(tx, 'requests-dispatch', { streetId, requestId: id })
  return ok({ id, version: request.version + 1, state: transition.to })
}

function detailsOf({ details, late }: Step): { details?: Prisma.InputJsonObject } {
  if (!details && !late) return {}
  const arrived = late ? { phoneAt: late.phoneAt, receivedAt: late.receivedAt.toISOString() } : {}
  return { details: { ...details, ...arrived } }
}

type After = {
  data: Prisma.RequestUncheckedUpdateManyInput
  state: State
  round: number
  arrivedAt: Date | null
  roundStartedAt: Date
  isPolicyMet: boolean
}

/** The fields of a request as a step leaves them. */
function afterStep(request: Movable, step: Step, now: Date): After {
  const { to } = transitionOf(step.move)
  const isAgain = to === 'in_progress' && (request.state === 'reopen_asked' || request.state === 'closed')
  const arrivedAt = isAgain ? null : step.move === 'arrive' ? (request.arrivedAt ?? now) : request.arrivedAt
  const round = request.round + (isAgain ? 1 : 0)
  const roundStartedAt = isAgain || step.move === 'look-again' ? now : request.roundStartedAt
  const isEnd = to === 'closed' || to === 'refused' || to === 'withdrawn' || to === 'merged'
  const isLate = request.dueAt !== null && now > request.dueAt
  const data: Prisma.RequestUncheckedUpdateManyInput = {
    state: to,
    version: { increment: 1 },
    updatedAt: step.late?.receivedAt ?? now,
    arrivedAt,
    round,
    roundStartedAt,
    waitUntil: waitAfter(to, step, now),
    closedAt: isEnd ? now : null,
    ...(isLate ? { wasLate: true } : {}),
    ...(step.move === 'accept' ? { acceptedAt: now } : {}),
    ...(to === 'to_verify' ? { finishedAt: now } : {}),
    ...(step.move === 'return' || step.move === 'split' ? { workerId: null } : {}),
    ...(step.workerId ? { workerId: step.workerId } : {}),
    ...(step.parentId ? { parentId: step.parentId } : {}),
    ...(step.move === 'split' ? { parentId: null } : {}),
    ...(step.outcome ? { outcome: step.outcome } : {}),
    ...(isAgain || to === 'submitted' ? { outcome: null, escalation: 0 } : {}),
  }
  return { data, state: to, round, arrivedAt, roundStartedAt, isPolicyMet: isEnd }
}

function waitAfter(to: State, { until }: Step, now: Date): Date | null {
  if (to === 'paused' || to === 'waiting') return until ?? null
  return to === 'to_rate' ? new Date(now.getTime() + SILENT_DAYS * DAY_MS) : null
}

const STANDING = new Set<State>(['paused', 'waiting', 'handed_over'])

/** What is due next, with the pause that ends now counted to its end. */
async function deadlineAfter(tx: Tx, request: Movable, after: After, now: Date) {
  const pauses = request.pauses.map(({ startsAt, endsAt }) => ({ startsAt, endsAt: endsAt ?? now }))
  const needsClock = !STANDING.has(after.state) && !after.isPolicyMet
  const deadline = needsClock
    ? deadlineOf(
        {
          state: after.state,
          policy: request.policy as Policy,
          roundStartedAt: after.roundStartedAt,
          arrivedAt: after.arrivedAt,
          pauses,
        },
        await calendarAround(tx, request.streetId, after.roundStartedAt),
      )
    : null
  return {
    dueKind: deadline?.kind ?? null,
    dueAt: deadline?.dueAt ?? null,
    warnAt: deadline?.warnAt ?? null,
    thriceAt: deadline?.thriceAt ?? null,
    // Another deadline has not been warned of yet.
    ...(deadline?.dueAt.getTime() === request.dueAt?.getTime() ? {} : { escalation: 0 }),
  }
}

async function keepPauses(tx: Tx, request: Movable, step: Step, to: State, now: Date): Promise<void> {
  const { streetId, id: requestId } = request
  if (STANDING.has(request.state))
    await tx.requestPause.updateMany({ where: { streetId, requestId, endsAt: null }, data: { endsAt: now } })
  if (!STANDING.has(to)) return
  await tx.requestPause.create({
    data: {
      streetId,
      id: uuidv7(now),
      requestId,
      kind: to,
      reason: step.words ?? '',
      startsAt: now,
      until: step.until ?? null,
    },
    select: { id: true },
  })
}
