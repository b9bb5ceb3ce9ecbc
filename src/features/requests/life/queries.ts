import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { holds } from '@/server/principal'
import { hashToken } from '@/server/session'
import { requestsSeenBy, requestsWithin, staffMovers } from '../policy'
import { type Move, movesFrom, transitionOf } from './rules'

/** What a step must know of a request before it is made. */
export const MOVABLE = {
  streetId: true,
  id: true,
  state: true,
  version: true,
  round: true,
  policy: true,
  roundStartedAt: true,
  arrivedAt: true,
  closedAt: true,
  dueAt: true,
  worker: { select: { personId: true } },
  pauses: { select: { startsAt: true, endsAt: true } },
} satisfies Prisma.RequestSelect

export type Movable = Prisma.RequestGetPayload<{ select: typeof MOVABLE }>

/** The request that a code stands for, with what the code may do; null for a code that is none. */
export async function trackedRequest(
  tx: Tx,
  token: string,
): Promise<{ request: Movable; kind: string } | null> {
  const track = await tx.requestTrack.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { kind: true, request: { select: MOVABLE } },
  })
  return track && { request: track.request, kind: track.kind }
}

/** The moves that the reader may make with this request in its state. */
export async function movesOpenTo(
  { tx, principal }: Act,
  request: { id: string; state: Movable['state'] },
): Promise<Move[]> {
  const moves = movesFrom(request.state)
  const permissions = [...new Set(moves.flatMap((move) => staffMovers(transitionOf(move).by)))].filter(
    (permission) => holds(principal, permission),
  )
  const reached = await Promise.all(
    permissions.map((permission) =>
      tx.request.count({ where: { AND: [{ id: request.id }, requestsWithin(principal, permission)] } }),
    ),
  )
  const held = new Set(permissions.filter((_, index) => (reached[index] ?? 0) > 0))
  return moves.filter((move) => staffMovers(transitionOf(move).by).some((permission) => held.has(permission)))
}

const DETAIL = {
  id: true,
  number: true,
  state: true,
  outcome: true,
  round: true,
  source: true,
  sourceNumber: true,
  words: true,
  place: true,
  stars: true,
  dueKind: true,
  dueAt: true,
  wasLate: true,
  escalation: true,
  waitUntil: true,
  acceptedAt: true,
  arrivedAt: true,
  finishedAt: true,
  closedAt: true,
  version: true,
  createdAt: true,
  category: { select: { id: true, name: true, nameEn: true, danger: true, skill: true } },
  compound: { select: { id: true, name: true, community: { select: { name: true } } } },
  building: { select: { id: true, name: true } },
  stairwell: { select: { id: true, name: true } },
  worker: { select: { id: true, post: true, person: { select: { id: true, name: true } } } },
  parent: { select: { id: true, number: true } },
  children: { select: { id: true, number: true, createdAt: true }, orderBy: { createdAt: 'asc' }, take: 100 },
  photos: { select: { id: true, stage: true, width: true, height: true, eventId: true } },
  feedback: { orderBy: { round: 'asc' } },
  events: {
    orderBy: [{ at: 'asc' }, { version: 'asc' }],
    select: {
      id: true,
      at: true,
      kind: true,
      fromState: true,
      toState: true,
      round: true,
      actor: true,
      actorKind: true,
      words: true,
      isPublic: true,
      details: true,
    },
  },
} satisfies Prisma.RequestSelect

export type RequestDetail = Prisma.RequestGetPayload<{ select: typeof DETAIL }>

/** A request that the reader may see, or null when there is none, or none for this reader; who reported it stays masked (see its contact). */
export const findRequest = (act: Act, id: string): Promise<RequestDetail | null> =>
  act.tx.request.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, requestsSeenBy(act.principal)] },
    select: DETAIL,
  })
