import { addDays, startOf } from '@/core/instants'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { needleOf } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { entriesWithin } from '../policy'
import type { EntryFilter } from './schema'

const ROW = {
  id: true,
  kind: true,
  mark: true,
  state: true,
  words: true,
  happenedAt: true,
  phoneAt: true,
  receivedAt: true,
  version: true,
  person: { select: { id: true, name: true } },
  building: {
    select: {
      id: true,
      name: true,
      compound: { select: { id: true, name: true, community: { select: { name: true } } } },
    },
  },
  stairwell: { select: { name: true } },
  household: { select: { room: true, stairwell: { select: { name: true } } } },
} satisfies Prisma.LogEntrySelect

export type EntryRow = Prisma.LogEntryGetPayload<{ select: typeof ROW }>

function asked(filter: EntryFilter): Prisma.LogEntryWhereInput[] {
  const needle = filter.q ? needleOf(filter.q) : null
  return [
    { state: filter.state },
    filter.kind ? { kind: filter.kind } : {},
    filter.mark ? { mark: filter.mark } : {},
    filter.community ? { building: { compound: { communityId: filter.community } } } : {},
    filter.compound ? { building: { compoundId: filter.compound } } : {},
    filter.building ? { buildingId: filter.building } : {},
    filter.person ? { personId: filter.person } : {},
    filter.from ? { happenedAt: { gte: startOf(filter.from) } } : {},
    filter.to ? { happenedAt: { lt: startOf(addDays(filter.to, 1)) } } : {},
    needle
      ? {
          OR: [
            { words: { contains: filter.q ?? '', mode: 'insensitive' } },
            { person: { search: { contains: needle } } },
            { building: { search: { contains: needle } } },
          ],
        }
      : {},
  ]
}

/** A page of the entries in the reader's scope, the latest first. */
export async function listEntries(act: Act, filter: EntryFilter): Promise<Page<EntryRow>> {
  const where = { AND: [entriesWithin(act.principal, 'logbook.read'), ...asked(filter)] }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('happenedAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.logEntry.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.logEntry.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.happenedAt.toISOString())
}

/** All entries that the filter finds within the scope of exporting, the latest first. */
export const entriesToExport = (act: Act, filter: EntryFilter): Promise<EntryRow[]> =>
  act.tx.logEntry.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        entriesWithin(act.principal, 'logbook.read'),
        entriesWithin(act.principal, 'registers.export'),
        ...asked(filter),
      ],
    },
    orderBy: [{ happenedAt: 'desc' }, { id: 'desc' }],
    take: 50_000,
    select: ROW,
  })

const DETAIL = {
  ...ROW,
  decidedAt: true,
  points: {
    orderBy: { checkpoint: { position: 'asc' } },
    select: {
      mark: true,
      checkpoint: { select: { id: true, name: true, nameEn: true } },
      request: { select: { id: true, number: true, state: true } },
    },
  },
  photos: { orderBy: { id: 'asc' }, select: { id: true, width: true, height: true } },
} satisfies Prisma.LogEntrySelect

export type EntryDetail = Prisma.LogEntryGetPayload<{ select: typeof DETAIL }>

/** An entry that the reader may see, or null when there is none, or none for this reader. */
export const findEntry = ({ tx, principal }: Act, id: string): Promise<EntryDetail | null> =>
  tx.logEntry.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, entriesWithin(principal, 'logbook.read')] },
    select: DETAIL,
  })

/** Whether the reader may decide of an entry that was kept aside. */
export const mayDecide = async (act: Act, id: string, permission: Permission): Promise<boolean> =>
  (await act.tx.logEntry.count({
    where: {
      AND: [
        { id, state: 'aside' },
        act.principal.personId === null ? {} : { personId: { not: act.principal.personId } },
        entriesWithin(act.principal, permission),
      ],
    },
  })) > 0
