import { addDays, dayOf, startOf } from '@/core/instants'
import { buildingsWithin } from '@/features/places/policy'
import type { Prisma, PromiseState } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { dayFrom, todayOf } from '@/server/term'
import { visitsWithin } from './policy'
import type { PromiseFilter, VisitFilter } from './schema'

const PLACE = {
  building: {
    select: {
      id: true,
      name: true,
      compound: { select: { id: true, name: true, community: { select: { name: true } } } },
    },
  },
  household: { select: { room: true, stairwell: { select: { name: true } } } },
} satisfies Prisma.VisitSelect

const PROMISE = {
  id: true,
  words: true,
  dueOn: true,
  state: true,
  note: true,
  settledAt: true,
  version: true,
} satisfies Prisma.VisitPromiseSelect

const ROW = {
  id: true,
  visitor: true,
  topics: true,
  words: true,
  happenedAt: true,
  receivedAt: true,
  ...PLACE,
  promises: { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], select: PROMISE },
} satisfies Prisma.VisitSelect

export type VisitRow = Prisma.VisitGetPayload<{ select: typeof ROW }>

/** Promises of a state; an open one is overdue from the day after it was due. */
const promisesOf = (state: PromiseState | 'overdue', now: Date): Prisma.VisitPromiseWhereInput =>
  state === 'overdue' ? { state: 'open', dueOn: { lt: todayOf(now) } } : { state }

const whereOf = (act: Act, filter: VisitFilter, permission: Permission): Prisma.VisitWhereInput => ({
  AND: [
    visitsWithin(act.principal, permission),
    searching(filter.q),
    filter.topic ? { topics: { has: filter.topic } } : {},
    filter.promise ? { promises: { some: promisesOf(filter.promise, act.now) } } : {},
    filter.community ? { building: { compound: { communityId: filter.community } } } : {},
    filter.from ? { happenedAt: { gte: startOf(filter.from) } } : {},
    filter.to ? { happenedAt: { lt: startOf(addDays(filter.to, 1)) } } : {},
  ],
})

/** A page of the visits in the reader's scope, the latest first. */
export async function listVisits(act: Act, filter: VisitFilter): Promise<Page<VisitRow>> {
  const where = whereOf(act, filter, 'visits.read')
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('happenedAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.visit.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.visit.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.happenedAt.toISOString())
}

export const visitsToExport = (act: Act, filter: VisitFilter): Promise<VisitRow[]> =>
  act.tx.visit.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [whereOf(act, filter, 'registers.export'), visitsWithin(act.principal, 'visits.read')] },
    orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
    take: 20_000,
    select: ROW,
  })

export const findVisit = ({ tx, principal }: Act, id: string): Promise<VisitRow | null> =>
  tx.visit.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, visitsWithin(principal, 'visits.read')] },
    select: ROW,
  })

const PROMISE_ROW = {
  ...PROMISE,
  visit: { select: { id: true, visitor: true, happenedAt: true, ...PLACE } },
} satisfies Prisma.VisitPromiseSelect

export type PromiseRow = Prisma.VisitPromiseGetPayload<{ select: typeof PROMISE_ROW }>

/** A page of what was promised at visits, the longest due first. */
export async function listPromises(act: Act, filter: PromiseFilter): Promise<Page<PromiseRow>> {
  const where: Prisma.VisitPromiseWhereInput = {
    AND: [
      { visit: visitsWithin(act.principal, 'visits.read') },
      promisesOf(filter.state, act.now),
      filter.community ? { visit: { building: { compound: { communityId: filter.community } } } } : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('dueOn', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.visitPromise.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: PROMISE_ROW,
    }),
    act.tx.visitPromise.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.dueOn.toISOString())
}

export const countOverdue = ({ tx, principal, now }: Act): Promise<number> =>
  tx.visitPromise.count({
    where: { AND: [promisesOf('overdue', now), { visit: visitsWithin(principal, 'visits.read') }] },
  })

export type OwnVisits = {
  today: string
  buildings: { id: string; name: string; compound: string; doors: { id: string; door: string }[] }[]
  visits: { id: string; place: string; topics: string[]; at: Date }[]
  promises: { id: string; words: string; place: string; dueOn: string; version: number }[]
}

const MOST_BUILDINGS = 300
const RECENT = 30

/** All that a phone needs to write visits without a network: the buildings with their doors, what was written lately, and what is promised. */
export async function ownVisits(act: Act): Promise<OwnVisits> {
  const { tx, principal, now } = act
  const own = { streetId: principal.streetId, accountId: principal.accountId }
  const [buildings, visits, promises] = await Promise.all([
    tx.building.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [buildingsWithin(principal, 'visits.write'), { endedAt: null }] },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      take: MOST_BUILDINGS,
      select: {
        id: true,
        name: true,
        compound: { select: { name: true } },
        stairwells: {
          where: { endedAt: null },
          orderBy: { number: 'asc' },
          select: {
            name: true,
            households: {
              where: { endedAt: null },
              orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
              select: { id: true, room: true },
            },
          },
        },
      },
    }),
    tx.visit.findMany({
      relationLoadStrategy: 'join',
      where: own,
      orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
      take: RECENT,
      select: { id: true, topics: true, happenedAt: true, ...PLACE },
    }),
    tx.visitPromise.findMany({
      relationLoadStrategy: 'join',
      where: { visit: own, state: 'open' },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      take: RECENT,
      select: { id: true, words: true, dueOn: true, version: true, visit: { select: PLACE } },
    }),
  ])
  return {
    today: dayOf(now),
    buildings: buildings.map(({ id, name, compound, stairwells }) => ({
      id,
      name,
      compound: compound.name,
      doors: stairwells.flatMap((stairwell) =>
        stairwell.households.map((door) => ({ id: door.id, door: `${stairwell.name} ${door.room}` })),
      ),
    })),
    visits: visits.map(({ id, topics, happenedAt, ...place }) => ({
      id,
      topics,
      at: happenedAt,
      place: placeOf(place),
    })),
    promises: promises.map(({ id, words, dueOn, version, visit }) => ({
      id,
      words,
      version,
      dueOn: dayFrom(dueOn),
      place: placeOf(visit),
    })),
  }
}

/** The door of a visit: compound, building, stairwell and room, as far as they are known. */
export const placeOf = ({
  building,
  household,
}: {
  building: { name: string; compound: { name: string } }
  household: { room: string; stairwell: { name: string } } | null
}): string =>
  [building.compound.name, building.name, household?.stairwell.name, household?.room]
    .filter(Boolean)
    .join(' ')
