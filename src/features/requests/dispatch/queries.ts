import { distanceMetres } from '@/core/geo'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { inTermOn, todayOf } from '@/server/term'
import { workersWithin } from '../../crews/policy'
import { OPEN_STATES } from '../life/rules'
import { type Candidate, type Case, type Reason, type Rule, suggestWorkers } from './rules'

export type TargetedRule = Rule & { workerId: string | null; toZoneCrew: boolean }

/** The street's rules in their order. */
export const rulesOf = (tx: Tx, streetId: string): Promise<TargetedRule[]> =>
  tx.dispatchRule.findMany({
    where: { streetId, endedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      categoryId: true,
      compoundId: true,
      zoneId: true,
      skill: true,
      weekdays: true,
      fromMinute: true,
      toMinute: true,
      workerId: true,
      toZoneCrew: true,
    },
  })

const CASE = {
  categoryId: true,
  compoundId: true,
  createdAt: true,
  category: { select: { skill: true } },
  compound: {
    select: { longitude: true, latitude: true, zoneCompound: { select: { zoneId: true } } },
  },
} as const

export type Located = Case & { longitude: number | null; latitude: number | null }

/** What the rules and the suggestion look at. */
export async function caseOf(tx: Tx, streetId: string, requestId: string): Promise<Located | null> {
  const request = await tx.request.findFirst({
    relationLoadStrategy: 'join',
    where: { streetId, id: requestId },
    select: CASE,
  })
  return (
    request && {
      categoryId: request.categoryId,
      compoundId: request.compoundId,
      zoneId: request.compound.zoneCompound?.zoneId ?? null,
      skill: request.category.skill,
      at: request.createdAt,
      longitude: request.compound.longitude,
      latitude: request.compound.latitude,
    }
  )
}

export type NamedCandidate = Candidate & { name: string }

/** Everybody of the given ones who is in service, with what is open in their hands and how far their nearest job is from the place. */
export async function candidatesFor(
  tx: Tx,
  within: Prisma.WorkerWhereInput,
  { zoneId, longitude, latitude }: Pick<Located, 'zoneId' | 'longitude' | 'latitude'>,
  now: Date,
): Promise<NamedCandidate[]> {
  const inTerm = inTermOn(todayOf(now))
  const workers = await tx.worker.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [within, inTerm] },
    select: {
      id: true,
      post: true,
      furtherPosts: true,
      person: { select: { name: true } },
      leads: { where: { ...inTerm, zoneId: zoneId ?? NO_ZONE }, take: 1, select: { id: true } },
      requests: {
        where: { state: { in: [...OPEN_STATES] } },
        take: 50,
        select: { compound: { select: { longitude: true, latitude: true } } },
      },
    },
  })
  return workers.map(({ id, post, furtherPosts, person, leads, requests }) => {
    const distances = requests.flatMap(({ compound }) =>
      longitude !== null && latitude !== null && compound.longitude !== null && compound.latitude !== null
        ? [
            distanceMetres(
              { longitude, latitude },
              { longitude: compound.longitude, latitude: compound.latitude },
            ),
          ]
        : [],
    )
    return {
      id,
      name: person.name,
      post,
      furtherPosts,
      openJobs: requests.length,
      leadsZone: leads.length > 0,
      metres: distances.length > 0 ? Math.min(...distances) : null,
    }
  })
}

const NO_ZONE = '00000000-0000-0000-0000-000000000000'

/** Whether a worker is in service and within the caller's sight: whom the pickers offer, and nobody else. */
export async function mayServe({ tx, principal, now }: Act, workerId: string): Promise<boolean> {
  const within = workersWithin(principal, 'workers.read')
  return (await tx.worker.count({ where: { AND: [{ id: workerId }, within, inTermOn(todayOf(now))] } })) > 0
}

export type Suggested = NamedCandidate & { reasons: Reason[] }

/** Who could do a request that the caller has found: the suited ones first, best first, and why; after them whoever else serves within the caller's sight. */
export async function suggestedFor({ tx, principal, now }: Act, requestId: string): Promise<Suggested[]> {
  const given = await caseOf(tx, principal.streetId, requestId)
  if (!given) return []
  const candidates = await candidatesFor(tx, workersWithin(principal, 'workers.read'), given, now)
  const reasonsOf = new Map(
    suggestWorkers(given.skill, candidates).map(({ id, reasons }, place) => [id, { reasons, place }]),
  )
  const placeOf = ({ id }: Candidate) => reasonsOf.get(id)?.place ?? Number.MAX_SAFE_INTEGER
  return candidates
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map((candidate) => ({ ...candidate, reasons: reasonsOf.get(candidate.id)?.reasons ?? [] }))
}
