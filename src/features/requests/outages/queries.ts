import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { buildingsWithin, compoundsWithin } from '../../places/policy'
import { communitiesToTell, outagesToWrite, outagesWithin } from './policy'
import { type OutageState, outageStateAt, SHOWN_HOURS_AHEAD } from './rules'
import type { OutageFilter } from './schema'

const NAMED = { select: { id: true, name: true } }
const OUTAGE = {
  id: true,
  kind: true,
  isPlanned: true,
  title: true,
  titleEn: true,
  words: true,
  wordsEn: true,
  startsAt: true,
  endsAt: true,
  withdrawnAt: true,
  version: true,
  community: NAMED,
  compound: NAMED,
  building: { select: { name: true, compound: { select: { name: true } } } },
  stairwell: {
    select: { name: true, building: { select: { name: true, compound: { select: { name: true } } } } },
  },
} satisfies Prisma.OutageNoticeSelect

type Found = Prisma.OutageNoticeGetPayload<{ select: typeof OUTAGE }>
export type OutageRow = Omit<Found, 'community' | 'compound' | 'building' | 'stairwell'> & {
  state: OutageState
  /** Null for the whole street. */
  place: string | null
}

function placeOf({ community, compound, building, stairwell }: Found): string | null {
  if (stairwell) return `${stairwell.building.compound.name}${stairwell.building.name}${stairwell.name}`
  if (building) return `${building.compound.name}${building.name}`
  return compound?.name ?? community?.name ?? null
}

function rowOf(found: Found, now: Date): OutageRow {
  const { community: _c, compound: _p, building: _b, stairwell: _s, ...outage } = found
  return { ...outage, state: outageStateAt(found, now), place: placeOf(found) }
}

function whereState(state: OutageState | undefined, now: Date): Prisma.OutageNoticeWhereInput {
  if (state === undefined) return {}
  if (state === 'withdrawn') return { withdrawnAt: { not: null } }
  const times: Record<Exclude<OutageState, 'withdrawn'>, Prisma.OutageNoticeWhereInput> = {
    upcoming: { startsAt: { gt: now } },
    current: { startsAt: { lte: now }, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    over: { startsAt: { lte: now }, endsAt: { lte: now } },
  }
  return { AND: [{ withdrawnAt: null }, times[state]] }
}

const holding = (typed: string): Prisma.OutageNoticeWhereInput => ({
  OR: [
    { title: { contains: typed, mode: 'insensitive' } },
    { words: { contains: typed, mode: 'insensitive' } },
    { compound: { is: searching(typed) } },
    { community: { is: searching(typed) } },
    { building: { is: searching(typed) } },
  ],
})

/** A page of notices that touch the reader's scope, those that begin last first. */
export async function listOutages(act: Act, filter: OutageFilter): Promise<Page<OutageRow>> {
  const { tx, principal, now } = act
  const cursor = cursorFor(filter.cursor, 'day')
  const where: Prisma.OutageNoticeWhereInput = {
    AND: [
      outagesWithin(principal, 'outages.read'),
      filter.q ? holding(filter.q) : {},
      filter.kind ? { kind: filter.kind } : {},
      whereState(filter.state, now),
    ],
  }
  const place = keyset('startsAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    tx.outageNotice.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: OUTAGE,
    }),
    tx.outageNotice.count({ where }),
  ])
  const page = pageOf(found, filter.size, cursor, total, ({ startsAt }) => startsAt.toISOString())
  return { ...page, rows: page.rows.map((row) => rowOf(row, now)) }
}

async function findAmong(
  act: Act,
  id: string,
  within: Prisma.OutageNoticeWhereInput,
): Promise<OutageRow | null> {
  const found = await act.tx.outageNotice.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, within] },
    select: OUTAGE,
  })
  return found && rowOf(found, act.now)
}

export const findOutage = (act: Act, id: string): Promise<OutageRow | null> =>
  findAmong(act, id, outagesWithin(act.principal, 'outages.read'))

export const findOutageToWrite = (act: Act, id: string): Promise<OutageRow | null> =>
  findAmong(act, id, outagesToWrite(act.principal))

export type OutageShown = {
  kind: string
  isPlanned: boolean
  title: string
  titleEn: string | null
  words: string
  wordsEn: string | null
  startsAt: Date
  endsAt: Date | null
}

export type PlaceIds = { communityId: string; compoundId: string; buildingId?: string; stairwellId?: string }

/** What is told to who lives or reports at a place: what is out now, and what is planned for the next days. */
export const outagesAt = (
  tx: Tx,
  streetId: string,
  { communityId, compoundId, buildingId, stairwellId }: PlaceIds,
  now: Date,
): Promise<OutageShown[]> =>
  tx.outageNotice.findMany({
    where: {
      streetId,
      withdrawnAt: null,
      startsAt: { lte: new Date(now.getTime() + SHOWN_HOURS_AHEAD * 3_600_000) },
      AND: [
        { OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
        {
          OR: [
            { communityId: null, compoundId: null, buildingId: null, stairwellId: null },
            { communityId },
            { compoundId },
            ...(buildingId ? [{ buildingId }] : []),
            ...(stairwellId ? [{ stairwellId }] : []),
          ],
        },
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 10,
    select: {
      kind: true,
      isPlanned: true,
      title: true,
      titleEn: true,
      words: true,
      wordsEn: true,
      startsAt: true,
      endsAt: true,
    },
  })

const MOST = 8
const WRITE: Permission = 'outages.write'

type Choice = { id: string; label: string; detail?: string }

/** Communities, compounds, buildings and stairwells where the caller may give notice, by what was typed. */
export async function placesToTell({ tx, principal }: Act, typed: string): Promise<Choice[]> {
  const inUse = { endedAt: null }
  const order = [{ sortKey: 'asc' as const }, { id: 'asc' as const }]
  const [communities, compounds, buildings] = await Promise.all([
    tx.community.findMany({
      where: { AND: [communitiesToTell(principal), inUse, searching(typed)] },
      orderBy: order,
      take: MOST,
      select: { id: true, name: true },
    }),
    tx.compound.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [compoundsWithin(principal, WRITE), inUse, searching(typed)] },
      orderBy: order,
      take: MOST,
      select: { id: true, name: true, community: { select: { name: true } } },
    }),
    tx.building.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [buildingsWithin(principal, WRITE), inUse, searching(typed)] },
      orderBy: order,
      take: MOST,
      select: {
        id: true,
        name: true,
        compound: { select: { name: true } },
        stairwells: { where: inUse, orderBy: { number: 'asc' }, select: { id: true, name: true } },
      },
    }),
  ])
  return [
    ...communities.map(({ id, name }) => ({ id: `community:${id}`, label: name })),
    ...compounds.map(({ id, name, community }) => ({
      id: `compound:${id}`,
      label: name,
      detail: community.name,
    })),
    ...buildings.flatMap(({ id, name, compound, stairwells }) => [
      { id: `building:${id}`, label: `${compound.name}${name}` },
      ...stairwells.map((stairwell) => ({
        id: `stairwell:${stairwell.id}`,
        label: `${compound.name}${name}${stairwell.name}`,
      })),
    ]),
  ]
}
