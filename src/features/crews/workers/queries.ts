import { maskPhone } from '@/core/phone'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { inTermOn, todayOf } from '@/server/term'
import { workersWithin } from '../policy'
import type { WorkerFilter } from './schema'

/** A worker without the wage, which is read in a place of its own. */
const rowOn = (today: Date) =>
  ({
    id: true,
    employeeNumber: true,
    post: true,
    furtherPosts: true,
    certificates: true,
    startsOn: true,
    endsOn: true,
    endReason: true,
    sortKey: true,
    version: true,
    operator: { select: { id: true, name: true } },
    person: { select: { id: true, name: true, phone: true } },
    leads: { where: inTermOn(today), select: { zone: { select: { id: true, name: true } } } },
  }) satisfies Prisma.WorkerSelect

type Read = Prisma.WorkerGetPayload<{ select: ReturnType<typeof rowOn> }>

/** A worker as an office page shows it: the number masked, the zones led today. */
export type WorkerRow = Omit<Read, 'person' | 'leads'> & {
  personId: string
  name: string
  maskedPhone: string | null
  zones: { id: string; name: string }[]
  hasEnded: boolean
}

const rowOf =
  (today: Date) =>
  ({ person, leads, ...row }: Read): WorkerRow => ({
    ...row,
    personId: person.id,
    name: person.name,
    maskedPhone: person.phone ? maskPhone(person.phone) : null,
    zones: leads.map(({ zone }) => zone),
    hasEnded: row.endsOn !== null && row.endsOn < today,
  })

function stateWhere(state: WorkerFilter['state'], today: Date): Prisma.WorkerWhereInput {
  if (state === 'ended') return { endsOn: { lt: today } }
  return state === 'now' ? { OR: [{ endsOn: null }, { endsOn: { gte: today } }] } : {}
}

function whereOf({ principal, now }: Act, filter: WorkerFilter): Prisma.WorkerWhereInput {
  const today = todayOf(now)
  return {
    AND: [
      workersWithin(principal, 'workers.read'),
      filter.q ? { OR: [searching(filter.q), { person: { is: searching(filter.q) } }] } : {},
      filter.post ? { post: filter.post } : {},
      filter.further ? { furtherPosts: { has: filter.further } } : {},
      filter.certificate ? { certificates: { has: filter.certificate } } : {},
      filter.zone ? { leads: { some: { zoneId: filter.zone, ...inTermOn(today) } } } : {},
      filter.operator ? { operatorId: filter.operator } : {},
      stateWhere(filter.state, today),
    ],
  }
}

const sortValue = (row: WorkerRow, sort: WorkerFilter['sort']): string => {
  if (sort === 'name') return row.sortKey
  return sort === 'startsOn' ? row.startsOn.toISOString() : row[sort]
}

/** A page of the workers in the reader's scope. */
export async function listWorkers(act: Act, filter: WorkerFilter): Promise<Page<WorkerRow>> {
  const today = todayOf(act.now)
  const column = filter.sort === 'name' ? 'sortKey' : filter.sort
  const cursor = cursorFor(filter.cursor, column === 'startsOn' ? 'day' : 'text')
  const where = whereOf(act, filter)
  const place = keyset(column, filter.direction, cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.worker.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: rowOn(today),
    }),
    act.tx.worker.count({ where }),
  ])
  const rows = found.map(rowOf(today))
  return pageOf(rows, filter.size, cursor, total, (row) => sortValue(row, filter.sort))
}

/** All workers that the filter finds and that the caller may also export. */
export async function workersToExport(act: Act, filter: WorkerFilter): Promise<WorkerRow[]> {
  const today = todayOf(act.now)
  const found = await act.tx.worker.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [whereOf(act, filter), workersWithin(act.principal, 'registers.export')] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 50_000,
    select: rowOn(today),
  })
  return found.map(rowOf(today))
}

/** A worker in the caller's scope, or null when there is none, or none for this caller. */
export async function findWorker(
  act: Act,
  id: string,
  permission: Permission = 'workers.read',
): Promise<WorkerRow | null> {
  const today = todayOf(act.now)
  const found = await act.tx.worker.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, workersWithin(act.principal, permission)] },
    select: rowOn(today),
  })
  return found && rowOf(today)(found)
}

export type WorkerChoices = {
  posts: string[]
  furtherPosts: string[]
  certificates: string[]
  zones: { value: string; label: string }[]
  operators: { value: string; label: string }[]
}

/** What the filters offer: what is there among the workers in the reader's scope. */
export async function workerChoices(act: Act): Promise<WorkerChoices> {
  const workers = await act.tx.worker.findMany({
    relationLoadStrategy: 'join',
    where: workersWithin(act.principal, 'workers.read'),
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 20_000,
    select: {
      post: true,
      furtherPosts: true,
      certificates: true,
      operator: { select: { id: true, name: true } },
      leads: {
        where: inTermOn(todayOf(act.now)),
        select: { zone: { select: { id: true, name: true, sortKey: true } } },
      },
    },
  })
  const zones = workers.flatMap(({ leads }) => leads.map(({ zone }) => zone))
  zones.sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1))
  return {
    posts: distinct(workers.map(({ post }) => post)),
    furtherPosts: distinct(workers.flatMap(({ furtherPosts }) => furtherPosts)),
    certificates: distinct(workers.flatMap(({ certificates }) => certificates)),
    zones: named(zones),
    operators: named(workers.map(({ operator }) => operator)),
  }
}

const distinct = (words: readonly string[]): string[] =>
  [...new Set(words)].sort((a, b) => a.localeCompare(b, 'zh-CN'))

const named = (things: readonly { id: string; name: string }[]) =>
  [...new Map(things.map(({ id, name }) => [id, name]))].map(([value, label]) => ({ value, label }))
