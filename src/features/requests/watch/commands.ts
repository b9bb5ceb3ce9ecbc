import { uuidv7 } from '@/core/identifier'
import { db, type Tx } from '@/server/db'
import { MOVABLE } from '../life/queries'
import { OPEN_STATES } from '../life/rules'
import { moveByClock } from '../steps/commands'
import { tellOfStep } from '../tell/queue/commands'
import { LEVELS, levelAt } from './rules'

const AT_A_TIME = 200

/** The name under which the clock's own steps stand in a request's history. */
const CLOCK = '系统'

/** Ends the waiting that is over: pauses, questions without an answer, results without a word. Answers how many moved. */
export async function endWaits(now: Date): Promise<number> {
  const due = await db().request.findMany({
    where: { state: { in: ['paused', 'waiting', 'to_rate'] }, waitUntil: { lte: now } },
    orderBy: { waitUntil: 'asc' },
    take: AT_A_TIME,
    select: { streetId: true, id: true },
  })
  let moved = 0
  for (const { streetId, id } of due) {
    const result = await db().$transaction(async (tx) => {
      const request = await tx.request.findUnique({
        where: { streetId_id: { streetId, id } },
        select: MOVABLE,
      })
      const move =
        request?.state === 'paused'
          ? 'resume'
          : request?.state === 'waiting'
            ? 'stop-waiting'
            : request?.state === 'to_rate'
              ? 'stay-silent'
              : null
      return request && move ? moveByClock(tx, request, { move }, CLOCK, now) : null
    })
    if (result?.ok) moved++
  }
  return moved
}

/** Warns and carries word up the chain for what nears or has passed its deadline; a level is told once. Answers how many were told. */
export async function tellOfDeadlines(now: Date): Promise<number> {
  const due = await db().$queryRaw<{ street_id: string; id: string }[]>`
    SELECT street_id, id FROM request
    WHERE state NOT IN ('closed', 'refused', 'withdrawn', 'merged') AND warn_at <= ${now} AND escalation < 5
      AND escalation < CASE
        WHEN ${now} >= thrice_at THEN 5
        WHEN ${now} >= due_at + (thrice_at - due_at) / 2 THEN 4
        WHEN ${now} >= due_at + (thrice_at - due_at) / 4 THEN 3
        WHEN ${now} >= due_at THEN 2 ELSE 1 END
    ORDER BY due_at LIMIT ${AT_A_TIME}`
  let told = 0
  for (const { street_id, id } of due)
    if (await db().$transaction((tx) => tellOf(tx, street_id, id, now))) told++
  return told
}

async function tellOf(tx: Tx, streetId: string, id: string, now: Date): Promise<boolean> {
  const request = await tx.request.findUnique({
    where: { streetId_id: { streetId, id } },
    select: {
      state: true,
      version: true,
      round: true,
      escalation: true,
      warnAt: true,
      dueAt: true,
      thriceAt: true,
      dueKind: true,
    },
  })
  if (!request?.warnAt || !request.dueAt || !request.thriceAt) return false
  if (!(OPEN_STATES as readonly string[]).includes(request.state)) return false
  const { warnAt, dueAt, thriceAt } = request
  const level = levelAt({ warnAt, dueAt, thriceAt }, now)
  const written = await tx.request.updateMany({
    where: { streetId, id, version: request.version, escalation: { lt: level } },
    data: { escalation: level, ...(now > dueAt ? { wasLate: true } : {}) },
  })
  if (written.count === 0) return false
  const eventId = uuidv7(now)
  const kind = level === 1 ? 'warn' : 'escalate'
  await tx.requestEvent.create({
    data: {
      streetId,
      id: eventId,
      requestId: id,
      version: request.version,
      at: now,
      kind,
      fromState: request.state,
      toState: request.state,
      round: request.round,
      actor: CLOCK,
      actorKind: 'system',
      details: { to: LEVELS[level] ?? '', due: request.dueKind ?? '' },
    },
    select: { id: true },
  })
  await tellOfStep(tx, streetId, id, { id: eventId, kind })
  return true
}
