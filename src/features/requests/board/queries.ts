import { addDays, startOf } from '@/core/instants'
import { maskName } from '@/core/names'
import { maskPhone } from '@/core/phone'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { needleOf } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { compoundsWithin } from '../../places/policy'
import { OPEN_STATES } from '../life/rules'
import { requestsSeenBy, requestsWithin } from '../policy'
import { type Pressure, pressureOf } from './rules'
import type { BoardFilter } from './schema'

const ROW = {
  id: true,
  number: true,
  state: true,
  outcome: true,
  source: true,
  words: true,
  place: true,
  dueKind: true,
  dueAt: true,
  warnAt: true,
  thriceAt: true,
  wasLate: true,
  round: true,
  version: true,
  createdAt: true,
  reporterName: true,
  reporterPhone: true,
  category: { select: { id: true, name: true, nameEn: true } },
  compound: { select: { id: true, name: true, community: { select: { name: true } } } },
  building: { select: { name: true } },
  stairwell: { select: { name: true } },
  worker: { select: { id: true, person: { select: { name: true } } } },
} satisfies Prisma.RequestSelect

type Read = Prisma.RequestGetPayload<{ select: typeof ROW }>

/** A request as the board shows it: who reported it masked, and how its time stands. */
export type BoardRow = Omit<Read, 'reporterName' | 'reporterPhone'> & {
  reporter: { name: string | null; phone: string | null }
  pressure: Pressure
}

const rowAt =
  (now: Date) =>
  ({ reporterName, reporterPhone, ...row }: Read): BoardRow => ({
    ...row,
    reporter: {
      name: reporterName ? maskName(reporterName) : null,
      phone: reporterPhone ? maskPhone(reporterPhone) : null,
    },
    pressure: pressureOf(row, now),
  })

const lateIs = (late: BoardFilter['late'], now: Date): Prisma.RequestWhereInput => {
  if (late === 'thrice') return { thriceAt: { lte: now } }
  if (late === 'late') return { dueAt: { lte: now } }
  return late === 'soon' ? { warnAt: { lte: now }, dueAt: { gt: now } } : {}
}

function stateIs(state: BoardFilter['state']): Prisma.RequestWhereInput {
  if (state === 'all') return {}
  return state === 'open' ? { state: { in: [...OPEN_STATES] } } : { state }
}

const asked = (filter: BoardFilter, now: Date): Prisma.RequestWhereInput[] => [
  filter.q ? { search: { contains: needleOf(filter.q) } } : {},
  stateIs(filter.state),
  lateIs(filter.late, now),
  filter.category ? { categoryId: filter.category } : {},
  filter.community ? { compound: { communityId: filter.community } } : {},
  filter.compound ? { compoundId: filter.compound } : {},
  filter.zone ? { compound: { zoneCompound: { zoneId: filter.zone } } } : {},
  filter.worker ? { workerId: filter.worker } : {},
  filter.source ? { source: filter.source } : {},
  filter.from ? { createdAt: { gte: startOf(filter.from) } } : {},
  filter.to ? { createdAt: { lt: startOf(addDays(filter.to, 1)) } } : {},
]

/** A page of the requests in the reader's scope: what is due first stands first, what owes nothing stands last. */
export async function listRequests(act: Act, filter: BoardFilter): Promise<Page<BoardRow>> {
  const column = filter.sort === 'due' ? 'dueAt' : 'createdAt'
  const isDue = column === 'dueAt'
  const where = { AND: [requestsSeenBy(act.principal), ...asked(filter, act.now)] }
  const cursor = cursorFor(filter.cursor, 'day', isDue)
  const place = keyset(column, filter.direction, cursor, filter.size, isDue)
  const [found, total] = await Promise.all([
    act.tx.request.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.request.count({ where }),
  ])
  const rows = found.map(rowAt(act.now))
  return pageOf(rows, filter.size, cursor, total, (row) => row[column]?.toISOString() ?? null)
}

/** All requests that the filter finds within the scope of exporting, newest first. */
export async function requestsToExport(act: Act, filter: BoardFilter): Promise<BoardRow[]> {
  const found = await act.tx.request.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [requestsWithin(act.principal, 'requests.export'), ...asked(filter, act.now)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50_000,
    select: ROW,
  })
  return found.map(rowAt(act.now))
}

export type Counts = { open: number; soon: number; late: number; thrice: number }

/** How much lies open in the reader's scope, and how pressing it is. */
export async function countOpen({ tx, principal, now }: Act): Promise<Counts> {
  const open = { AND: [requestsSeenBy(principal), stateIs('open')] }
  const count = (late?: BoardFilter['late']) =>
    tx.request.count({ where: { AND: [open, lateIs(late, now)] } })
  const [all, soon, late, thrice] = await Promise.all([
    count(),
    count('soon'),
    count('late'),
    count('thrice'),
  ])
  return { open: all, soon, late, thrice }
}

type Choice = { value: string; label: string }

/** What the board's filters offer: only what lies in the reader's scope, and who has something open in it. */
export async function boardChoices({ tx, principal }: Act) {
  const { streetId } = principal
  const reached = compoundsWithin(principal, 'requests.read')
  const choice = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name })
  const byName = [{ sortKey: 'asc' as const }, { id: 'asc' as const }]
  const [categories, compounds, workers] = await Promise.all([
    tx.requestCategory.findMany({
      where: { streetId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, nameEn: true },
    }),
    tx.compound.findMany({
      relationLoadStrategy: 'join',
      where: reached,
      orderBy: byName,
      select: {
        id: true,
        name: true,
        community: { select: { id: true, name: true } },
        zoneCompound: { select: { zone: { select: { id: true, name: true } } } },
      },
    }),
    tx.worker.findMany({
      relationLoadStrategy: 'join',
      where: {
        streetId,
        requests: { some: { AND: [requestsSeenBy(principal), stateIs('open')] } },
      },
      take: 200,
      select: { id: true, person: { select: { name: true } } },
    }),
  ])
  const distinct = (choices: readonly Choice[]) => [
    ...new Map(choices.map((one) => [one.value, one])).values(),
  ]
  return {
    categories,
    compounds: compounds.map(choice),
    communities: distinct(compounds.map(({ community }) => choice(community))),
    zones: distinct(
      compounds.flatMap(({ zoneCompound }) => (zoneCompound ? [choice(zoneCompound.zone)] : [])),
    ),
    workers: workers.map(({ id, person }) => ({ value: id, label: person.name })),
  }
}

/** A compound with what lies open in it. */
export type OpenInCompound = {
  id: string
  name: string
  community: string
  longitude: number | null
  latitude: number | null
  open: number
  late: number
  soon: number
}

/** What lies open in the compounds of the reader's scope, most first; those without anything open are left out. */
export async function openByCompound({ tx, principal, now }: Act): Promise<OpenInCompound[]> {
  const open = { AND: [requestsWithin(principal, 'requests.read'), stateIs('open')] }
  const countWhere = (late?: BoardFilter['late']) =>
    tx.request.groupBy({
      by: ['compoundId'],
      where: { AND: [open, lateIs(late, now)] },
      _count: { _all: true },
    })
  const [all, late, soon] = await Promise.all([countWhere(), countWhere('late'), countWhere('soon')])
  const countsOf = (rows: Awaited<ReturnType<typeof countWhere>>) =>
    new Map(rows.map(({ compoundId, _count }) => [compoundId, _count._all]))
  const [ofAll, ofLate, ofSoon] = [countsOf(all), countsOf(late), countsOf(soon)]
  const compounds = await tx.compound.findMany({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, id: { in: [...ofAll.keys()] } },
    select: {
      id: true,
      name: true,
      longitude: true,
      latitude: true,
      community: { select: { name: true } },
    },
  })
  return compounds
    .map(({ community, ...compound }) => ({
      ...compound,
      community: community.name,
      open: ofAll.get(compound.id) ?? 0,
      late: ofLate.get(compound.id) ?? 0,
      soon: ofSoon.get(compound.id) ?? 0,
    }))
    .sort((one, other) => other.open - one.open || one.name.localeCompare(other.name, 'zh-CN'))
}
