import { householdsOf, type OwnHousehold } from '@/features/people/own-households/queries'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { trackCode } from '../intake/queries'
import { MOVABLE, type Movable } from '../life/queries'
import { OPEN_STATES } from '../life/rules'
import { type Similar, similarRequests } from '../similar/queries'
import { PUBLIC_PART, seenBy, type Tracked } from '../tracks/queries'
import { ownRequests } from './policy'

const ROW = {
  id: true,
  number: true,
  state: true,
  createdAt: true,
  category: { select: { name: true, nameEn: true } },
  compound: { select: { name: true } },
  building: { select: { name: true } },
} satisfies Prisma.RequestSelect

export type OwnRequestRow = Prisma.RequestGetPayload<{ select: typeof ROW }>

const MOST_SHOWN = 100

/** The resident's own requests, the latest first. */
export const listOwnRequests = ({ tx, principal }: Act): Promise<OwnRequestRow[]> =>
  tx.request.findMany({
    relationLoadStrategy: 'join',
    where: ownRequests(principal),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    select: ROW,
  })

/** How many of the resident's requests wait for an answer or a rating. */
export const countWaiting = ({ tx, principal }: Act): Promise<number> =>
  tx.request.count({
    where: { AND: [ownRequests(principal), { state: { in: ['waiting', 'to_rate'] } }] },
  })

export type OwnRequest = Tracked & { id: string; photoToken: string }

const standing = ({ principal }: Act) => ({
  reporterAccountId: true,
  tracks: { where: { accountId: principal.accountId }, select: { kind: true } },
})

type Standing = { reporterAccountId: string | null; tracks: { kind: string }[] }

const kindOf = ({ principal }: Act, { reporterAccountId, tracks }: Standing): string =>
  reporterAccountId === principal.accountId || tracks.some(({ kind }) => kind === 'reporter')
    ? 'reporter'
    : 'follower'

/** One of the resident's requests, as its reporter or follower may read it, or null. */
export async function findOwnRequest(act: Act, id: string): Promise<OwnRequest | null> {
  const found = await act.tx.request.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, ownRequests(act.principal)] },
    select: { ...PUBLIC_PART, ...standing(act) },
  })
  if (!found) return null
  const { reporterAccountId, tracks, ...request } = found
  const kind = kindOf(act, { reporterAccountId, tracks })
  return { ...seenBy(kind, request, act.now), id, photoToken: kind === 'reporter' ? trackCode(id) : '' }
}

/** One of the resident's requests as a step needs it, and in which part the resident stands in it. */
export async function ownMovable(act: Act, id: string): Promise<{ request: Movable; kind: string } | null> {
  const found = await act.tx.request.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, ownRequests(act.principal)] },
    select: { ...MOVABLE, ...standing(act) },
  })
  if (!found) return null
  const { reporterAccountId, tracks, ...request } = found
  return { request, kind: kindOf(act, { reporterAccountId, tracks }) }
}

/** Open requests of the same kind around the household that the resident does not follow yet. */
export async function similarAround(
  act: Act,
  { stairwell: { building } }: OwnHousehold,
  categoryId: string,
): Promise<Similar[]> {
  const { tx, principal, now } = act
  const place = { compoundId: building.compound.id, buildingId: building.id, categoryId }
  const found = await similarRequests(tx, principal.streetId, place, now)
  const own = await tx.request.findMany({
    where: { AND: [ownRequests(principal), { id: { in: found.map(({ id }) => id) } }] },
    select: { id: true },
  })
  return found.filter(({ id }) => !own.some((one) => one.id === id))
}

/** An open request around one of the resident's households that may be followed, or null. */
export async function findToFollow(act: Act, id: string): Promise<{ id: string } | null> {
  const compounds = (await householdsOf(act)).map(({ stairwell }) => stairwell.building.compound.id)
  return act.tx.request.findFirst({
    where: {
      streetId: act.principal.streetId,
      id,
      compoundId: { in: compounds },
      state: { in: [...OPEN_STATES] },
    },
    select: { id: true },
  })
}
