import { happenedAt } from '@/core/phone-clock'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { holds } from '@/server/principal'
import { mayServe } from '../dispatch/queries'
import { requestsSeenBy, requestsWithin, staffMovers } from '../policy'
import { type Actor, type Moved, makeStep, type Step } from '../steps/commands'
import { MOVABLE, type Movable } from './queries'
import { type Move, REOPEN_DAYS, transitionOf } from './rules'
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

const DAY_MS = 86_400_000
const ANSWER_DAYS = 7

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
  const at = madeAt(request, asked, now)
  const step = await stepOf({ ...act, now: at }, request, asked)
  if (!step.ok) return step
  const actor: Actor = {
    accountId: principal.accountId,
    name: principal.name,
    kind: 'staff',
    photoOwner: principal.accountId,
  }
  const late = asked.made ? { phoneAt: asked.made.at, receivedAt: now } : undefined
  const moved = await makeStep(tx, request, { ...step.value, ...(late ? { late } : {}) }, actor, at)
  if (moved.ok) {
    await recordAudit(act, {
      action: `request.${asked.move}`,
      subject: { kind: 'request', id },
      changes: { state: { from: request.state, to: moved.value.state } },
    })
  }
  return moved
}

/** When a step was made: a phone's may be older than its arrival, but never older than what is known of the request. */
function madeAt({ events: [last] }: Movable, { made }: StaffMove, now: Date): Date {
  if (!made) return now
  return new Date(Math.max(happenedAt(made, now).getTime(), last?.at.getTime() ?? 0))
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
  const { move, words } = asked
  switch (move) {
    case 'dispatch':
    case 'reassign':
      return (await mayServe(act, asked.workerId))
        ? ok({ move, words, workerId: asked.workerId })
        : refuse('worker-not-free', { workerId: 'worker-not-free' })
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
