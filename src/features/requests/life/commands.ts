import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { addJob } from '@/server/jobs'
import { holds } from '@/server/principal'
import { inTermOn, todayOf } from '@/server/term'
import { calendarAround } from '../deadlines/queries'
import { deadlineOf, type Policy } from '../deadlines/rules'
import { photosOf } from '../intake/commands'
import { requestsSeenBy, requestsWithin, staffMovers } from '../policy'
import { MOVABLE, type Movable } from './queries'
import { type Move, REOPEN_DAYS, SILENT_DAYS, type State, transitionOf } from './rules'
import type { ReporterMove, StaffMove } from './schema'

type MoveRefusal =
  | 'not-found'
  | 'forbidden'
  | 'stale-version'
  | 'move-not-possible'
  | 'reopening-expired'
  | 'own-work'
  | 'worker-not-free'
  | 'until-past'
  | 'unknown-reference'
  | 'merge-into-itself'

export type Moved = { id: string; version: number; state: State }

const DAY_MS = 86_400_000
const ANSWER_DAYS = 7

export type Actor = {
  accountId: string | null
  name: string
  kind: 'staff' | 'reporter' | 'system'
  photoOwner: string
}

/** What a step leaves behind besides the state. */
type Step = {
  move: Move
  words?: string | undefined
  workerId?: string
  parentId?: string
  until?: Date
  outcome?: 'solved' | 'not_solvable' | 'not_ours' | 'handed_over' | 'no_feedback'
  photoIds?: readonly string[]
  details?: Prisma.InputJsonObject
}

/** Makes a step that staff ask for, as of the version that they saw: of 50 at once, one is made. */
export async function moveByStaff(
  act: Act,
  id: string,
  asked: StaffMove,
): Promise<Result<Moved, MoveRefusal>> {
  const { tx, principal, now } = act
  const request = await tx.request.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, requestsSeenBy(principal)] },
    select: MOVABLE,
  })
  if (!request) return refuse('not-found')
  if (!(await mayMove(act, request, asked.move))) return refuse('forbidden')
  if (request.version !== asked.version) return refuse('stale-version')
  if (!transitionOf(asked.move).from.includes(request.state)) return refuse('move-not-possible')
  const step = await stepOf(act, request, asked)
  if (!step.ok) return step
  const actor: Actor = {
    accountId: principal.accountId,
    name: principal.name,
    kind: 'staff',
    photoOwner: principal.accountId,
  }
  const moved = await makeStep(tx, request, step.value, actor, now)
  if (moved.ok) {
    await recordAudit(act, {
      action: `request.${asked.move}`,
      subject: { kind: 'request', id },
      changes: { state: { from: request.state, to: moved.value.state } },
    })
  }
  return moved
}

/** The whole number of who reported it, for a reason that is kept. */
export async function revealReporter(
  act: Act,
  id: string,
  reason: string,
): Promise<Result<{ value: string }, 'not-found'>> {
  const request = await act.tx.request.findFirst({
    where: { AND: [{ id }, requestsWithin(act.principal, 'people.contact')] },
    select: { reporterPhone: true },
  })
  if (!request?.reporterPhone) return refuse('not-found')
  await recordAudit(act, { action: 'request.contact', subject: { kind: 'request', id }, reason })
  return ok({ value: request.reporterPhone })
}

/** Whether one of the move's permissions reaches this request; nobody verifies their own work. */
async function mayMove({ tx, principal }: Act, request: Movable, move: Move): Promise<boolean> {
  const permissions = staffMovers(transitionOf(move).by).filter((permission) => holds(principal, permission))
  if (permissions.length === 0) return false
  const reached = await tx.request.count({
    where: {
      streetId: principal.streetId,
      id: request.id,
      OR: permissions.map((permission) => requestsWithin(principal, permission)),
    },
  })
  return reached > 0
}

async function stepOf(act: Act, request: Movable, asked: StaffMove): Promise<Result<Step, MoveRefusal>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const { move, words } = asked
  switch (move) {
    case 'dispatch':
    case 'reassign': {
      const worker = await tx.worker.count({
        where: { streetId, id: asked.workerId, ...inTermOn(todayOf(now)) },
      })
      return worker > 0
        ? ok({ move, words, workerId: asked.workerId })
        : refuse('worker-not-free', { workerId: 'worker-not-free' })
    }
    case 'merge': {
      const parent = await tx.request.findFirst({
        where: { AND: [{ id: asked.parentId }, requestsWithin(principal, 'requests.triage')] },
        select: { state: true },
      })
      if (!parent) return refuse('unknown-reference', { parentId: 'unknown-reference' })
      if (asked.parentId === request.id || parent.state === 'merged')
        return refuse('merge-into-itself', { parentId: 'merge-into-itself' })
      return ok({ move, words, parentId: asked.parentId })
    }
    case 'pause': {
      const until = new Date(asked.until)
      return until > now ? ok({ move, words, until }) : refuse('until-past', { until: 'until-past' })
    }
    case 'ask':
      return ok({ move, words, until: new Date(now.getTime() + ANSWER_DAYS * DAY_MS) })
    case 'hand-over':
      return ok({ move, words, outcome: 'handed_over', details: { body: asked.body } })
    case 'finish':
    case 'outside-result':
      return ok({ move, words, outcome: asked.outcome, photoIds: asked.photoIds })
    case 'pass':
    case 'send-back':
      if (request.worker?.personId && request.worker.personId === principal.personId)
        return refuse('own-work')
      return ok({ move, words, photoIds: asked.photoIds })
    case 'reopen':
      return isReopenable(request, now) ? ok({ move, words }) : refuse('reopening-expired')
    default:
      return ok({ move, words })
  }
}

const isReopenable = ({ closedAt }: Movable, now: Date): boolean =>
  closedAt !== null && now.getTime() - closedAt.getTime() <= REOPEN_DAYS * DAY_MS

/** Makes a step of who reported it; the caller has found the request by the reporter's code or account. */
export async function moveByReporter(
  tx: Tx,
  request: Movable,
  asked: ReporterMove,
  actor: Actor,
  now: Date,
): Promise<Result<Moved, MoveRefusal>> {
  if (!transitionOf(asked.move).from.includes(request.state)) return refuse('move-not-possible')
  if (asked.move === 'ask-reopening' && !isReopenable(request, now)) return refuse('reopening-expired')
  const photoIds = asked.move === 'answer' ? asked.photoIds : []
  const moved = await makeStep(tx, request, { move: asked.move, words: asked.words, photoIds }, actor, now)
  if (moved.ok && (asked.move === 'rate-satisfied' || asked.move === 'rate-not-satisfied')) {
    const { overall = null, speed = null, manner = null, words = null } = asked
    await tx.requestFeedback.create({
      data: {
        streetId: request.streetId,
        requestId: request.id,
        round: request.round,
        satisfied: asked.move === 'rate-satisfied',
        overall,
        speed,
        manner,
        words,
        createdAt: now,
      },
      select: { round: true },
    })
  }
  return moved
}

/** The clock's own steps: a rule's dispatch, a pause that is over, an answer that did not come, a silence of seven days. */
export const moveByClock = (tx: Tx, request: Movable, step: Step, name: string, now: Date) =>
  makeStep(tx, request, step, { accountId: null, name, kind: 'system', photoOwner: '' }, now)

/** Writes the new state, the pause that begins or ends, the new deadline and the event; the version decides who was first. */
async function makeStep(
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
      ...(step.details ? { details: step.details } : {}),
    },
    select: { id: true },
  })
  if (photoCount > 0) {
    const stage = step.move === 'answer' ? 'before' : 'after'
    await tx.requestPhoto.updateMany({ where: photos, data: { requestId: id, eventId, stage } })
  }
  if (step.move === 'accept') await addJob(tx, 'requests-dispatch', { streetId, requestId: id })
  return ok({ id, version: request.version + 1, state: transition.to })
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
    updatedAt: now,
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
