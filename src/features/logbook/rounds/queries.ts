import { addDays, dayOf, startOf } from '@/core/instants'
import { buildingsWithin } from '@/features/places/policy'
import { roundRhythmOf } from '@/features/places/settings/queries'
import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { inTermOn, todayOf } from '@/server/term'
import { daysOfMonth, roundsDue } from './rules'
import type { RoundsFilter } from './schema'

/** What was done in a building in a month against what was due. */
export type RoundsRow = {
  id: string
  name: string
  sortKey: string
  compound: { id: string; name: string; community: { name: string } }
  captain: { id: string; name: string } | null
  hygiene: { done: number; due: number }
  safety: { done: number; due: number }
  visits: number
  bad: number
  photos: number
  lastAt: Date | null
}

type Counted = {
  buildingId: string
  hygiene: number
  safety: number
  visits: number
  bad: number
  photos: number
  lastAt: Date | null
}

export const monthOf = ({ month }: RoundsFilter, now: Date): string => month ?? dayOf(now).slice(0, 7)

const periodOf = (filter: RoundsFilter, now: Date) => {
  const days = daysOfMonth(monthOf(filter, now), dayOf(now))
  return { ...days, since: startOf(days.from), before: startOf(addDays(days.to, 1)) }
}

const countedIn = (since: Date, before: Date): Prisma.LogEntryWhereInput => ({
  state: 'counted',
  happenedAt: { gte: since, lt: before },
})

/** The buildings that have had fewer rounds than were due. */
async function behindIds(
  { tx, principal }: Act,
  since: Date,
  before: Date,
  due: { hygiene: number; safety: number },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT b.id FROM building b
    LEFT JOIN log_entry e ON e.street_id = b.street_id AND e.building_id = b.id AND e.state = 'counted'
      AND e.happened_at >= ${since} AND e.happened_at < ${before}
    WHERE b.street_id = ${principal.streetId}::uuid AND b.ended_at IS NULL
    GROUP BY b.id
    HAVING count(*) FILTER (WHERE e.kind = 'hygiene') < ${due.hygiene}
      OR count(*) FILTER (WHERE e.kind = 'safety') < ${due.safety}`)
  return rows.map(({ id }) => id)
}

async function whereOf(
  act: Act,
  filter: RoundsFilter,
  permission: Permission = 'logbook.rounds',
): Promise<Prisma.BuildingWhereInput> {
  const { since, before } = periodOf(filter, act.now)
  return {
    AND: [
      buildingsWithin(act.principal, permission),
      { endedAt: null },
      searching(filter.q),
      filter.community ? { compound: { communityId: filter.community } } : {},
      filter.compound ? { compoundId: filter.compound } : {},
      filter.show === 'nobody' ? { logEntries: { none: countedIn(since, before) } } : {},
      filter.show === 'behind'
        ? { id: { in: await behindIds(act, since, before, await dueIn(act, filter)) } }
        : {},
    ],
  }
}

async function dueIn(act: Act, filter: RoundsFilter): Promise<{ hygiene: number; safety: number }> {
  const { from, to } = periodOf(filter, act.now)
  const every = await roundRhythmOf(act.tx, act.principal.streetId)
  return { hygiene: roundsDue(from, to, every.hygiene), safety: roundsDue(from, to, every.safety) }
}

const selectOn = (today: Date) =>
  ({
    id: true,
    name: true,
    sortKey: true,
    compound: { select: { id: true, name: true, community: { select: { name: true } } } },
    captainBuildings: {
      where: inTermOn(today),
      take: 1,
      select: { appointment: { select: { id: true, person: { select: { name: true } } } } },
    },
  }) satisfies Prisma.BuildingSelect

/** A page of the buildings in the reader's scope with their rounds of a month, done against due. */
export async function listRounds(act: Act, filter: RoundsFilter): Promise<Page<RoundsRow>> {
  const where = await whereOf(act, filter)
  const cursor = cursorFor(filter.cursor, 'text')
  const place = keyset('sortKey', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.building.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: selectOn(todayOf(act.now)),
    }),
    act.tx.building.count({ where }),
  ])
  return pageOf(await counting(act, filter, found), filter.size, cursor, total, (row) => row.sortKey)
}

/** The same as one piece, for a workbook: where the exporter may both export and see the rounds. */
export async function roundsToExport(act: Act, filter: RoundsFilter): Promise<RoundsRow[]> {
  const where = await whereOf(act, filter, 'registers.export')
  const found = await act.tx.building.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [where, buildingsWithin(act.principal, 'logbook.rounds')] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 20_000,
    select: selectOn(todayOf(act.now)),
  })
  return counting(act, filter, found)
}

type Read = Prisma.BuildingGetPayload<{ select: ReturnType<typeof selectOn> }>

async function counting(act: Act, filter: RoundsFilter, found: readonly Read[]): Promise<RoundsRow[]> {
  const due = await dueIn(act, filter)
  const counted = await countsOf(
    act,
    filter,
    found.map(({ id }) => id),
  )
  return found.map(({ captainBuildings: [held], ...building }): RoundsRow => {
    const own = counted.get(building.id)
    return {
      ...building,
      captain: held ? { id: held.appointment.id, name: held.appointment.person.name } : null,
      hygiene: { done: own?.hygiene ?? 0, due: due.hygiene },
      safety: { done: own?.safety ?? 0, due: due.safety },
      visits: own?.visits ?? 0,
      bad: own?.bad ?? 0,
      photos: own?.photos ?? 0,
      lastAt: own?.lastAt ?? null,
    }
  })
}

async function countsOf(
  { tx, principal, now }: Act,
  filter: RoundsFilter,
  buildingIds: readonly string[],
): Promise<Map<string, Counted>> {
  const { since, before } = periodOf(filter, now)
  const rows = await tx.$queryRaw<Counted[]>(Prisma.sql`
    SELECT e.building_id AS "buildingId",
      count(*) FILTER (WHERE e.kind = 'hygiene')::int AS hygiene,
      count(*) FILTER (WHERE e.kind = 'safety')::int AS safety,
      count(*) FILTER (WHERE e.kind = 'visit')::int AS visits,
      count(*) FILTER (WHERE e.mark = 'bad')::int AS bad,
      coalesce(sum(p.photos), 0)::int AS photos,
      max(e.happened_at) AS "lastAt"
    FROM log_entry e
    LEFT JOIN LATERAL (
      SELECT count(*) AS photos FROM log_photo p WHERE p.street_id = e.street_id AND p.entry_id = e.id
    ) p ON true
    WHERE e.street_id = ${principal.streetId}::uuid AND e.state = 'counted' AND e.building_id = ANY(${buildingIds}::uuid[])
      AND e.happened_at >= ${since} AND e.happened_at < ${before}
    GROUP BY e.building_id`)
  return new Map(rows.map((row) => [row.buildingId, row]))
}

/** How a compound stands in a month, for the plan: its buildings, and those in which somebody went round. */
export type CompoundRounds = {
  id: string
  name: string
  longitude: number | null
  latitude: number | null
  buildings: number
  lookedAfter: number
  rounds: number
}

/** The compounds of the reader's scope with how many of their buildings were looked after in a month. */
export async function roundsByCompound(act: Act, filter: RoundsFilter): Promise<CompoundRounds[]> {
  const { tx, principal, now } = act
  const { since, before } = periodOf(filter, now)
  const buildings = await tx.building.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        buildingsWithin(principal, 'logbook.rounds'),
        { endedAt: null, compound: { endedAt: null } },
        filter.community ? { compound: { communityId: filter.community } } : {},
      ],
    },
    orderBy: [{ compound: { sortKey: 'asc' } }, { sortKey: 'asc' }],
    select: {
      compound: { select: { id: true, name: true, longitude: true, latitude: true } },
      _count: {
        select: {
          logEntries: { where: { ...countedIn(since, before), kind: { in: ['hygiene', 'safety'] } } },
        },
      },
    },
  })
  const compounds = new Map<string, CompoundRounds>()
  for (const { compound, _count } of buildings) {
    const own = compounds.get(compound.id) ?? { ...compound, buildings: 0, lookedAfter: 0, rounds: 0 }
    own.buildings += 1
    own.rounds += _count.logEntries
    own.lookedAfter += _count.logEntries > 0 ? 1 : 0
    compounds.set(compound.id, own)
  }
  return [...compounds.values()]
}
