import { addDays, type Day, dayOf, startOf } from '@/core/instants'
import { roundRhythmOf } from '@/features/places/settings/queries'
import type { LogKind, LogMark, LogState } from '@/generated/prisma/enums'
import type { Act } from '@/server/act'
import { dayFrom, inTermOn, todayOf } from '@/server/term'
import { daysOfMonth, roundDueOn } from '../rounds/rules'
import { visitDueOn } from '../visits/rules'

export type BookPoint = { id: string; name: string; nameEn: string; reports: boolean }
export type BookVisit = { householdId: string; door: string; dueOn: Day; everyDays: number | null }

export type BookBuilding = {
  id: string
  name: string
  compound: string
  since: Day
  checklist: { hygiene: BookPoint[]; safety: BookPoint[] }
  due: { hygiene: Day; safety: Day }
  /** Doors that are to be looked in on, the most pressing first. */
  visits: BookVisit[]
  /** All doors, for a visit without a rhythm; never a name. */
  doors: { id: string; door: string }[]
}

/** An entry as the phone keeps it after sending: what and when, never what was said. */
export type BookEntry = {
  id: string
  kind: LogKind
  mark: LogMark | null
  state: LogState
  at: Date
  buildingId: string
  requests: { number: string; state: string }[]
}

export type OwnBook = { today: Day; buildings: BookBuilding[]; entries: BookEntry[] }

const SHOWN_DAYS = 62
const MOST_ENTRIES = 500

/** All that a captain's phone needs to write the logbook without a network. */
export async function ownBook(act: Act): Promise<OwnBook> {
  const { tx, principal, now } = act
  const { streetId, personId } = principal
  const today = dayOf(now)
  if (personId === null) return { today, buildings: [], entries: [] }
  const [held, general, every, written] = await Promise.all([
    heldBuildings(act, personId),
    tx.checkpoint.findMany({
      where: { streetId, endedAt: null },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        kind: true,
        name: true,
        nameEn: true,
        buildingId: true,
        categoryId: true,
        leftOut: { select: { buildingId: true } },
      },
    }),
    roundRhythmOf(tx, streetId),
    tx.logEntry.findMany({
      relationLoadStrategy: 'join',
      where: { streetId, personId, happenedAt: { gte: startOf(addDays(today, -SHOWN_DAYS)) } },
      orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
      take: MOST_ENTRIES,
      select: {
        id: true,
        kind: true,
        mark: true,
        state: true,
        happenedAt: true,
        buildingId: true,
        points: {
          where: { requestId: { not: null } },
          select: { request: { select: { number: true, state: true } } },
        },
      },
    }),
  ])
  const last = await lastRounds(
    act,
    held.map(({ building }) => building.id),
  )
  return {
    today,
    buildings: held.map(({ startsOn, building }) => {
      const since = dayFrom(startsOn)
      const points = (kind: 'hygiene' | 'safety'): BookPoint[] =>
        general
          .filter((point) => point.kind === kind && (point.buildingId ?? building.id) === building.id)
          .filter(({ leftOut }) => !leftOut.some(({ buildingId }) => buildingId === building.id))
          .map(({ id, name, nameEn, categoryId }) => ({ id, name, nameEn, reports: categoryId !== null }))
      const dueOf = (kind: 'hygiene' | 'safety') =>
        roundDueOn(last.get(`${building.id}/${kind}`) ?? null, every[kind], since)
      const doors = building.stairwells.flatMap((stairwell) =>
        stairwell.households.map((household) => ({ household, door: `${stairwell.name} ${household.room}` })),
      )
      return {
        id: building.id,
        name: building.name,
        compound: building.compound.name,
        since,
        checklist: { hygiene: points('hygiene'), safety: points('safety') },
        due: { hygiene: dueOf('hygiene'), safety: dueOf('safety') },
        visits: doors
          .flatMap(({ household, door }) =>
            household.visitRhythms.map(({ everyDays, startsOn: begun }) => {
              const visited = household.logEntries[0]?.happenedAt
              const dueOn = visitDueOn(dayFrom(begun), everyDays, visited ? dayOf(visited) : null)
              return { householdId: household.id, door, dueOn, everyDays }
            }),
          )
          .sort((one, other) => one.dueOn.localeCompare(other.dueOn)),
        doors: doors.map(({ household, door }) => ({ id: household.id, door })),
      }
    }),
    entries: written.map(({ happenedAt, points, ...entry }) => ({
      ...entry,
      at: happenedAt,
      requests: points.flatMap(({ request }) => request ?? []),
    })),
  }
}

function heldBuildings({ tx, principal, now }: Act, personId: string) {
  const today = todayOf(now)
  return tx.captainBuilding.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      ...inTermOn(today),
      building: { endedAt: null },
      appointment: { personId, ...inTermOn(today) },
    },
    orderBy: [{ building: { sortKey: 'asc' } }],
    select: {
      startsOn: true,
      building: {
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
                select: {
                  id: true,
                  room: true,
                  visitRhythms: { where: { endsOn: null }, select: { everyDays: true, startsOn: true } },
                  logEntries: {
                    where: { kind: 'visit', state: 'counted' },
                    orderBy: { happenedAt: 'desc' },
                    take: 1,
                    select: { happenedAt: true },
                  },
                },
              },
            },
          },
        },
      },
    },
  })
}

/** The day of each building's last round of a kind, whoever went it. */
async function lastRounds({ tx, principal }: Act, buildingIds: string[]): Promise<Map<string, Day>> {
  const rows = await tx.logEntry.groupBy({
    by: ['buildingId', 'kind'],
    where: {
      streetId: principal.streetId,
      state: 'counted',
      kind: { in: ['hygiene', 'safety'] },
      buildingId: { in: buildingIds },
    },
    _max: { happenedAt: true },
  })
  return new Map(
    rows.flatMap(({ buildingId, kind, _max }) =>
      _max.happenedAt ? [[`${buildingId}/${kind}`, dayOf(_max.happenedAt)] as const] : [],
    ),
  )
}

/** A captain's own entries of a month with what was said, the earliest first, as the paper book has them. */
export async function ownMonth({ tx, principal, now }: Act, month: string) {
  const { from, to } = daysOfMonth(month, dayOf(now))
  return tx.logEntry.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      personId: principal.personId ?? NOBODY,
      state: 'counted',
      happenedAt: { gte: startOf(from), lt: startOf(addDays(to, 1)) },
    },
    orderBy: [{ happenedAt: 'asc' }, { id: 'asc' }],
    take: 1_000,
    select: {
      id: true,
      kind: true,
      mark: true,
      words: true,
      happenedAt: true,
      building: { select: { name: true, compound: { select: { name: true } } } },
      household: { select: { room: true, stairwell: { select: { name: true } } } },
      points: {
        where: { mark: { not: 'good' } },
        orderBy: { checkpoint: { position: 'asc' } },
        select: {
          mark: true,
          checkpoint: { select: { name: true, nameEn: true } },
          request: { select: { number: true } },
        },
      },
    },
  })
}

/** An id that no person has. */
const NOBODY = '00000000-0000-0000-0000-000000000000'
