import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { holds } from '@/server/principal'
import { requestsWithin } from '../policy'
import { inRouteOrder } from './rules'

const JOB = {
  id: true,
  number: true,
  state: true,
  round: true,
  version: true,
  words: true,
  place: true,
  dueKind: true,
  dueAt: true,
  warnAt: true,
  arrivedAt: true,
  waitUntil: true,
  category: { select: { name: true, nameEn: true, danger: true } },
  compound: { select: { name: true, longitude: true, latitude: true } },
  building: { select: { name: true } },
  stairwell: { select: { name: true } },
  worker: { select: { personId: true, person: { select: { name: true } } } },
  photos: { orderBy: { id: 'asc' }, select: { id: true, stage: true, width: true, height: true } },
  events: {
    where: {
      kind: { in: ['dispatch', 'reassign', 'send-back', 'answer', 'finish', 'grant-reopening', 'reopen'] },
    },
    orderBy: [{ at: 'desc' }, { version: 'desc' }],
    take: 1,
    select: { kind: true, words: true, at: true },
  },
} satisfies Prisma.RequestSelect

type Read = Prisma.RequestGetPayload<{ select: typeof JOB }>

/** A request as a phone in a stairwell shows it: nothing of who reported it, so that it may be kept for the way. */
export type Job = Omit<Read, 'compound' | 'worker' | 'events'> & {
  compound: string
  worker: string | null
  /** What was last said to whoever works or verifies now. */
  said: { kind: string; words: string | null; at: Date } | null
  at: { longitude: number; latitude: number } | null
}

const jobOf = ({ compound, worker, events, ...job }: Read): Job => ({
  ...job,
  compound: compound.name,
  worker: worker?.person.name ?? null,
  said: events[0] ?? null,
  at:
    compound.longitude !== null && compound.latitude !== null
      ? { longitude: compound.longitude, latitude: compound.latitude }
      : null,
})

const MOST = 200

/** The caller's own open jobs in the order of their way. */
async function jobsToDo({ tx, principal, now }: Act): Promise<Job[]> {
  if (!holds(principal, 'requests.work')) return []
  const found = await tx.request.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        requestsWithin(principal, 'requests.work'),
        { state: { in: ['dispatched', 'in_progress', 'paused', 'waiting'] } },
      ],
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: JOB,
  })
  return inRouteOrder(found.map(jobOf), now)
}

/** What others have finished and the caller is to look at, the oldest first; never one's own work. */
async function jobsToVerify({ tx, principal }: Act): Promise<Job[]> {
  if (!holds(principal, 'requests.verify')) return []
  const found = await tx.request.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [requestsWithin(principal, 'requests.verify'), { state: 'to_verify' }] },
    orderBy: [{ finishedAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: JOB,
  })
  return found.filter(({ worker }) => !worker?.personId || worker.personId !== principal.personId).map(jobOf)
}

export type OwnJobs = { now: Date; toDo: Job[]; toVerify: Job[] }

/** All that the caller's phone keeps of requests. */
export async function ownJobs(act: Act): Promise<OwnJobs> {
  const [toDo, toVerify] = await Promise.all([jobsToDo(act), jobsToVerify(act)])
  return { now: act.now, toDo, toVerify }
}
