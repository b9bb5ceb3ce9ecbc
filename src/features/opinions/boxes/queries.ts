import { addDays, type Day, dayOf, startOf } from '@/core/instants'
import { opinionSettingsOf } from '@/features/places/settings/queries'
import { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { dateOf, dayFrom } from '@/server/term'
import { boxesWithin } from './policy'
import { dueOn, untypedOf } from './rules'
import type { BoxFilter } from './schema'

const ROUNDS_SHOWN = 20

type Option = { value: string; label: string }

const ROUND = {
  id: true,
  emptiedHour: true,
  slips: true,
  actor: true,
  witness: true,
  _count: { select: { opinions: true } },
} satisfies Prisma.OpinionBoxRoundSelect

const ROW = {
  id: true,
  serves: true,
  place: true,
  since: true,
  version: true,
  createdAt: true,
  endedAt: true,
  building: {
    select: {
      id: true,
      name: true,
      compoundId: true,
      compound: { select: { name: true, community: { select: { name: true } } } },
    },
  },
  rounds: {
    orderBy: [{ emptiedHour: 'desc' as const }, { id: 'desc' as const }],
    take: ROUNDS_SHOWN,
    select: ROUND,
  },
} satisfies Prisma.OpinionBoxSelect

type Read = Prisma.OpinionBoxGetPayload<{ select: typeof ROW }>

function rowOf({ rounds, ...box }: Read, everyDays: number, today: Day) {
  const shown = rounds.map(({ _count, ...round }) => ({ ...round, typed: _count.opinions }))
  const last = shown[0]?.emptiedHour ?? null
  const due = dueOn(dayFrom(box.since), last && dayOf(last), everyDays)
  return {
    ...box,
    rounds: shown,
    lastEmptied: last,
    dueOn: due,
    isOverdue: box.endedAt === null && due < today,
    untyped: untypedOf(shown),
  }
}

export type BoxRow = ReturnType<typeof rowOf>

/** The boxes of a street in whose rounds more slips were counted than have been typed in. */
async function untypedIds({ tx, principal }: Act): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT DISTINCT r.box_id AS id FROM opinion_box_round r
    WHERE r.street_id = ${principal.streetId}::uuid AND r.slips >
      (SELECT count(*) FROM opinion o WHERE o.street_id = r.street_id AND o.round_id = r.id)`)
  return rows.map(({ id }) => id)
}

async function shownBy(
  act: Act,
  show: BoxFilter['show'],
  everyDays: number,
): Promise<Prisma.OpinionBoxWhereInput> {
  if (show === 'ended') return { endedAt: { not: null } }
  if (show === 'untyped') return { endedAt: null, id: { in: await untypedIds(act) } }
  if (show === 'all') return { endedAt: null }
  const oldest = addDays(dayOf(act.now), -everyDays)
  return {
    endedAt: null,
    since: { lt: dateOf(oldest) },
    rounds: { none: { emptiedHour: { gte: startOf(oldest) } } },
  }
}

/** A page of the boxes in the reader's scope, the newest first, with when each is due. */
export async function listBoxes(act: Act, filter: BoxFilter): Promise<Page<BoxRow>> {
  const { boxDays } = await opinionSettingsOf(act.tx, act.principal.streetId)
  const where: Prisma.OpinionBoxWhereInput = {
    AND: [
      boxesWithin(act.principal, 'opinions.read'),
      await shownBy(act, filter.show, boxDays),
      filter.community ? { building: { compound: { communityId: filter.community } } } : {},
      filter.q
        ? {
            OR: [
              { place: { contains: filter.q, mode: 'insensitive' } },
              { building: searching(filter.q) },
              { building: { compound: searching(filter.q) } },
            ],
          }
        : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('createdAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.opinionBox.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.opinionBox.count({ where }),
  ])
  const rows = found.map((box) => rowOf(box, boxDays, dayOf(act.now)))
  return pageOf(rows, filter.size, cursor, total, ({ createdAt }) => createdAt.toISOString())
}

/** A box within a permission's scope, with its last rounds, or null. */
export async function findBox(
  act: Act,
  id: string,
  permission: Permission = 'opinions.read',
): Promise<BoxRow | null> {
  const { tx, principal, now } = act
  const found = await tx.opinionBox.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, boxesWithin(principal, permission)] },
    select: ROW,
  })
  if (!found) return null
  const { boxDays } = await opinionSettingsOf(tx, principal.streetId)
  return rowOf(found, boxDays, dayOf(now))
}

/** The buildings that a slip from a compound's box may name. */
export async function buildingsBeside({ tx, principal }: Act, compoundId: string): Promise<Option[]> {
  const found = await tx.building.findMany({
    where: { streetId: principal.streetId, compoundId, endedAt: null },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 300,
    select: { id: true, name: true },
  })
  return found.map(({ id, name }) => ({ value: id, label: name }))
}

export type OwnBox = Pick<BoxRow, 'id' | 'place' | 'dueOn' | 'isOverdue' | 'lastEmptied'> & {
  buildingId: string
}

/** The boxes at buildings that the caller holds, with when each is to be emptied. */
export async function boxesAt(act: Act, buildings: readonly { id: string }[]): Promise<OwnBox[]> {
  const { tx, principal, now } = act
  const found = await tx.opinionBox.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      endedAt: null,
      buildingId: { in: buildings.map(({ id }) => id) },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: ROW,
  })
  const { boxDays } = await opinionSettingsOf(tx, principal.streetId)
  return found.map((box) => {
    const { id, place, dueOn: due, isOverdue, lastEmptied, building } = rowOf(box, boxDays, dayOf(now))
    return { id, place, dueOn: due, isOverdue, lastEmptied, buildingId: building.id }
  })
}
