import { maskName } from '@/core/names'
import { maskPhone } from '@/core/phone'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { searching } from '@/server/needle'
import type { Permission } from '@/server/permissions'
import { holds } from '@/server/principal'
import { hashToken } from '@/server/session'
import { requestsSeenBy, requestsWithin, staffMovers } from '../policy'
import { type Move, movesFrom, OPEN_STATES, transitionOf } from './rules'

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
  events: { orderBy: [{ at: 'desc' }, { version: 'desc' }], take: 1, select: { at: true } },
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
  reporterName: true,
  reporterPhone: true,
  warnAt: true,
  thriceAt: true,
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

/** The detail with the merged ones that the reader may see as well. */
const detailFor = (act: Act) =>
  ({
    ...DETAIL,
    children: {
      where: requestsSeenBy(act.principal),
      select: { id: true, number: true, createdAt: true },
      orderBy: { createdAt: 'asc' },
      take: 100,
    },
  }) satisfies Prisma.RequestSelect

type ReadDetail = Prisma.RequestGetPayload<{ select: ReturnType<typeof detailFor> }>

/** A request with all that happened; who reported it is masked. */
export type RequestDetail = Omit<ReadDetail, 'reporterName' | 'reporterPhone'> & {
  reporter: { name: string | null; phone: string | null }
}

/** A request that the reader may see, or null when there is none, or none for this reader. */
export async function findRequest(act: Act, id: string): Promise<RequestDetail | null> {
  const found = await act.tx.request.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, requestsSeenBy(act.principal)] },
    select: detailFor(act),
  })
  if (!found) return null
  const { reporterName, reporterPhone, ...request } = found
  return {
    ...request,
    reporter: {
      name: reporterName ? maskName(reporterName) : null,
      phone: reporterPhone ? maskPhone(reporterPhone) : null,
    },
  }
}

/** Whether a permission of the caller reaches the request. */
export const isWithin = async (act: Act, id: string, permission: Permission): Promise<boolean> =>
  (await act.tx.request.count({ where: { AND: [{ id }, requestsWithin(act.principal, permission)] } })) > 0

/** Open requests that another one may be merged into, the newest first. */
export async function parentsFound(act: Act, id: string, typed: string) {
  const found = await act.tx.request.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        requestsWithin(act.principal, 'requests.triage'),
        { id: { not: id }, state: { in: [...OPEN_STATES] } },
        searching(typed),
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 12,
    select: {
      id: true,
      number: true,
      words: true,
      compound: { select: { name: true } },
      building: { select: { name: true } },
    },
  })
  return found.map(({ id: found, number, words, compound, building }) => ({
    id: found,
    label: number,
    detail: `${compound.name}${building?.name ?? ''} ${words.slice(0, 40)}`,
  }))
}
