import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { hashToken } from '@/server/session'
import { MOVES, type Move, movesFrom, REOPEN_DAYS, transitionOf } from '../life/rules'

/** What who reported it or follows it may read: no name, no number, no word that is not public. */
export const PUBLIC_PART = {
  number: true,
  state: true,
  outcome: true,
  round: true,
  words: true,
  place: true,
  createdAt: true,
  closedAt: true,
  waitUntil: true,
  category: { select: { name: true, nameEn: true } },
  compound: { select: { name: true, community: { select: { name: true, officePhone: true } } } },
  building: { select: { name: true } },
  stairwell: { select: { name: true } },
  parent: { select: { number: true, state: true } },
  source: true,
  photos: { select: { id: true, eventId: true } },
  feedback: {
    orderBy: { round: 'asc' },
    select: { round: true, satisfied: true, overall: true, speed: true, manner: true, words: true },
  },
  events: {
    where: { isPublic: true },
    orderBy: [{ at: 'asc' }, { version: 'asc' }],
    select: { id: true, at: true, kind: true, toState: true, words: true, details: true },
  },
} satisfies Prisma.RequestSelect

export type PublicRequest = Prisma.RequestGetPayload<{ select: typeof PUBLIC_PART }>

export type Tracked = Omit<PublicRequest, 'photos'> & {
  kind: 'reporter' | 'follower'
  /** Only of steps that are public; the first ones came with the report. */
  photos: PublicRequest['photos']
  moves: Move[]
}

/** The public part of the request that a code stands for, or null. Who only follows sees no word of the reporter's and no photo. */
export async function findTracked(tx: Tx, token: string, now: Date): Promise<Tracked | null> {
  const track = await tx.requestTrack.findUnique({
    relationLoadStrategy: 'join',
    where: { tokenHash: hashToken(token) },
    select: { kind: true, request: { select: PUBLIC_PART } },
  })
  return track && seenBy(track.kind, track.request, now)
}

/** A request's public part as its reporter reads it, or as somebody who only follows it. */
export function seenBy(kind: string, request: PublicRequest, now: Date): Tracked {
  if (kind !== 'reporter') return { ...asSeenByFollower(request), kind: 'follower', moves: [] }
  const shown = new Set(request.events.map(({ id }) => id))
  const photos = request.photos.filter(({ eventId }) => eventId !== null && shown.has(eventId))
  return { ...request, photos, kind: 'reporter', moves: movesOfReporter(request, now) }
}

/** What the reporter said may name people: a follower reads what the office answers. */
const asSeenByFollower = (request: PublicRequest): PublicRequest => ({
  ...request,
  words: '',
  place: null,
  photos: [],
  feedback: [],
  events: request.events.map((event) => (isReporters(event.kind) ? { ...event, words: null } : event)),
})

const isReporters = (kind: string): boolean =>
  MOVES.some((move) => move === kind && transitionOf(move).by.includes('reporter'))

const DAY_MS = 86_400_000

function movesOfReporter({ state, closedAt, source }: PublicRequest, now: Date): Move[] {
  const isReopenable = closedAt !== null && now.getTime() - closedAt.getTime() <= REOPEN_DAYS * DAY_MS
  return (
    movesFrom(state)
      .filter((move) => transitionOf(move).by.includes('reporter'))
      .filter((move) => move !== 'ask-reopening' || isReopenable)
      // What was ordered is given up as an order.
      .filter((move) => move !== 'withdraw' || source !== 'menu')
  )
}

/** The file of a photo that the reporter may see by the code: one's own, and those of steps that are public. */
export async function findTrackedPhoto(tx: Tx, token: string, id: string): Promise<string | null> {
  const track = await tx.requestTrack.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { kind: true, streetId: true, requestId: true },
  })
  if (track?.kind !== 'reporter') return null
  const { streetId, requestId } = track
  const photo = await tx.requestPhoto.findFirst({
    where: { streetId, id, requestId, event: { isPublic: true } },
    select: { file: true },
  })
  return photo?.file ?? null
}
