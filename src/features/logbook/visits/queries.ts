import { dayOf } from '@/core/instants'
import { buildingsWithin } from '@/features/places/policy'
import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import type { Principal } from '@/server/principal'
import { dayFrom } from '@/server/term'
import { visitDueOn } from './rules'
import type { RhythmFilter } from './schema'

const ROW = {
  id: true,
  everyDays: true,
  startsOn: true,
  endsOn: true,
  version: true,
  household: {
    select: {
      id: true,
      room: true,
      sortKey: true,
      stairwell: {
        select: {
          name: true,
          building: {
            select: {
              id: true,
              name: true,
              compound: { select: { name: true, community: { select: { name: true } } } },
            },
          },
        },
      },
      logEntries: {
        where: { kind: 'visit', state: 'counted' },
        orderBy: { happenedAt: 'desc' },
        take: 1,
        select: { happenedAt: true, mark: true },
      },
    },
  },
} satisfies Prisma.VisitRhythmSelect

type Read = Prisma.VisitRhythmGetPayload<{ select: typeof ROW }>

export type RhythmRow = Read & { lastOn: string | null; dueOn: string; isOverdue: boolean }

const rowAt =
  (now: Date) =>
  (row: Read): RhythmRow => {
    const last = row.household.logEntries[0]?.happenedAt
    const lastOn = last ? dayOf(last) : null
    const dueOn = visitDueOn(dayFrom(row.startsOn), row.everyDays, lastOn)
    return { ...row, lastOn, dueOn, isOverdue: dueOn < dayOf(now) }
  }

export const rhythmsWithin = (
  principal: Principal,
  permission: Permission,
): Prisma.VisitRhythmWhereInput => ({
  streetId: principal.streetId,
  household: { stairwell: { building: buildingsWithin(principal, permission) } },
})

/** The rhythms whose household nobody has looked in on since it became due. */
async function overdueIds({ tx, principal, now }: Act): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT r.id FROM visit_rhythm r
    WHERE r.street_id = ${principal.streetId}::uuid AND r.ends_on IS NULL
      AND greatest(r.starts_on, (
        SELECT max((e.happened_at AT TIME ZONE 'Asia/Shanghai')::date) FROM log_entry e
        WHERE e.street_id = r.street_id AND e.household_id = r.household_id AND e.kind = 'visit' AND e.state = 'counted'
      )) + r.every_days < ${dayOf(now)}::date`)
  return rows.map(({ id }) => id)
}

/** A page of the households that are looked in on regularly, the oldest rhythm first. */
export async function listRhythms(act: Act, filter: RhythmFilter): Promise<Page<RhythmRow>> {
  const where: Prisma.VisitRhythmWhereInput = {
    AND: [
      rhythmsWithin(act.principal, 'logbook.visits'),
      { endsOn: null },
      filter.due === 'overdue' ? { id: { in: await overdueIds(act) } } : {},
      filter.community
        ? { household: { stairwell: { building: { compound: { communityId: filter.community } } } } }
        : {},
      filter.q
        ? {
            household: {
              OR: [searching(filter.q), { stairwell: { building: searching(filter.q) } }],
            },
          }
        : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('startsOn', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.visitRhythm.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.visitRhythm.count({ where }),
  ])
  return pageOf(found.map(rowAt(act.now)), filter.size, cursor, total, (row) => row.startsOn.toISOString())
}

export async function findRhythm(act: Act, id: string): Promise<RhythmRow | null> {
  const row = await act.tx.visitRhythm.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, rhythmsWithin(act.principal, 'logbook.visits')] },
    select: ROW,
  })
  return row && rowAt(act.now)(row)
}

/** Households in the caller's scope that a rhythm can be given, by room, building or pinyin initials. */
export async function householdsFound({ tx, principal }: Act, typed: string) {
  const words = typed.trim().split(/\s+/)
  const room = words.at(-1) ?? ''
  const households = await tx.household.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      endedAt: null,
      visitRhythms: { none: { endsOn: null } },
      stairwell: {
        endedAt: null,
        building: { AND: [buildingsWithin(principal, 'logbook.visits'), { endedAt: null }] },
      },
      OR: [
        { stairwell: { building: searching(typed) } },
        ...(words.length > 1
          ? [{ room: { contains: room }, stairwell: { building: searching(words.slice(0, -1).join(' ')) } }]
          : [{ room: { contains: room } }]),
      ],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 20,
    select: {
      id: true,
      room: true,
      stairwell: {
        select: { name: true, building: { select: { name: true, compound: { select: { name: true } } } } },
      },
    },
  })
  return households.map(({ id, room: door, stairwell }) => ({
    id,
    label: `${stairwell.building.compound.name} ${stairwell.building.name} ${stairwell.name} ${door}`,
  }))
}
