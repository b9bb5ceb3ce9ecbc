import { dayOf } from '@/core/instants'
import { gridsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { dayFrom, todayOf } from '@/server/term'
import { partiesWithin } from '../policy'
import { isOverdue, levelAbove } from './rules'
import type { Level, PartyFilter } from './schema'

export const ROW = {
  id: true,
  level: true,
  name: true,
  electedOn: true,
  termEndsOn: true,
  sortKey: true,
  endedAt: true,
  parent: { select: { id: true, name: true } },
  community: { select: { id: true, name: true } },
  grid: { select: { id: true, name: true } },
  leader: { select: { id: true, name: true } },
} satisfies Prisma.PartyOrganisationSelect

type Read = Prisma.PartyOrganisationGetPayload<{ select: typeof ROW }>

/** An organisation as a list shows it. */
export type PartyRow = Read & { overdue: boolean }

export const withMarks = <R extends { termEndsOn: Date | null }>({ now }: Act, row: R) => ({
  ...row,
  overdue: isOverdue(row.termEndsOn && dayFrom(row.termEndsOn), dayOf(now)),
})

const electionWhere = ({ now }: Act, election: PartyFilter['election']) => {
  if (election === 'overdue') return { termEndsOn: { lt: todayOf(now) } }
  return election === 'unknown' ? { termEndsOn: null } : {}
}

const whereOf = (act: Act, filter: PartyFilter): Prisma.PartyOrganisationWhereInput => ({
  AND: [
    partiesWithin(act.principal, 'parties.read'),
    filter.q ? { OR: [searching(filter.q), { leader: { is: searching(filter.q) } }] } : {},
    filter.level ? { level: filter.level } : {},
    filter.community ? { communityId: filter.community } : {},
    filter.leader ? { leaderId: filter.leader === 'vacant' ? null : { not: null } } : {},
    electionWhere(act, filter.election),
    filter.ended ? { endedAt: { not: null } } : { endedAt: null },
  ],
})

const sortValue = (row: PartyRow, sort: PartyFilter['sort']): string | null =>
  sort === 'name' ? row.sortKey : (row[sort]?.toISOString() ?? null)

/** A page of the organisations in the reader's scope. */
export async function listParties(act: Act, filter: PartyFilter): Promise<Page<PartyRow>> {
  const byName = filter.sort === 'name'
  const column = byName ? 'sortKey' : filter.sort
  const cursor = cursorFor(filter.cursor, byName ? 'text' : 'day', !byName)
  const where = whereOf(act, filter)
  const place = keyset(column, filter.direction, cursor, filter.size, !byName)
  const [found, total] = await Promise.all([
    act.tx.partyOrganisation.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.partyOrganisation.count({ where }),
  ])
  const rows = found.map((row) => withMarks(act, row))
  return pageOf(rows, filter.size, cursor, total, (row) => sortValue(row, filter.sort))
}

/** All organisations that the filter finds and that the caller may also export. */
export const partiesToExport = async (act: Act, filter: PartyFilter): Promise<PartyRow[]> =>
  (
    await act.tx.partyOrganisation.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [whereOf(act, filter), partiesWithin(act.principal, 'registers.export')] },
      orderBy: [{ level: 'asc' }, { sortKey: 'asc' }, { id: 'asc' }],
      take: 50_000,
      select: ROW,
    })
  ).map((row) => withMarks(act, row))

/** Organisations that one of the level may stand under, as a picker offers them. */
export async function findParents(
  act: Act,
  level: Level,
  typed: string | undefined,
): Promise<{ groups: { label: string; items: { id: string; label: string; detail?: string }[] }[] }> {
  const above = levelAbove(level)
  if (!above) return { groups: [] }
  const found = await act.tx.partyOrganisation.findMany({
    where: {
      AND: [partiesWithin(act.principal, 'parties.write'), searching(typed), { level: above, endedAt: null }],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 20,
    select: { id: true, name: true, community: { select: { name: true } } },
  })
  const items = found.map(({ id, name, community }) => ({
    id,
    label: name,
    ...(community ? { detail: community.name } : {}),
  }))
  return { groups: items.length > 0 ? [{ label: '', items }] : [] }
}

/** The grids that a branch of the community may stand for. */
export async function gridOptions(
  act: Act,
  communityId: string | null,
): Promise<{ value: string; label: string }[]> {
  const grids = await act.tx.grid.findMany({
    where: {
      AND: [
        gridsWithin(act.principal, 'parties.write'),
        { endedAt: null, ...(communityId ? { communityId } : {}) },
      ],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return grids.map(({ id, name }) => ({ value: id, label: name }))
}
