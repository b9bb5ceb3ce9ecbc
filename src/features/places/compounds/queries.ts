import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { compoundsWithin } from '../policy'
import type { CompoundFilter } from './schema'

const ROW = {
  id: true,
  name: true,
  builtYear: true,
  buildingCount: true,
  stairwellCount: true,
  householdCount: true,
  population: true,
  over60: true,
  areaSquareMetres: true,
  facilities: true,
  stage: true,
  stars: true,
  pilot: true,
  sortKey: true,
  endedAt: true,
  community: { select: { id: true, name: true } },
  zoneCompound: { select: { zone: { select: { id: true, name: true } } } },
} satisfies Prisma.CompoundSelect

export type CompoundRow = Prisma.CompoundGetPayload<{ select: typeof ROW }>

const COLUMN = { name: 'sortKey' } as const
const columnOf = (sort: CompoundFilter['sort']) => (sort === 'name' ? COLUMN.name : sort)

const whereOf = (
  act: Act,
  filter: CompoundFilter,
  permission: Permission = 'places.read',
): Prisma.CompoundWhereInput => ({
  AND: [
    compoundsWithin(act.principal, permission),
    searching(filter.q),
    filter.community ? { communityId: filter.community } : {},
    filter.zone ? { zoneCompound: { is: { zoneId: filter.zone } } } : {},
    filter.stage ? { stage: filter.stage } : {},
    filter.pilot ? { pilot: filter.pilot === 'yes' } : {},
    filter.ended ? { endedAt: { not: null } } : { endedAt: null },
  ],
})

/** A page of the compounds in the reader's scope. */
export async function listCompounds(act: Act, filter: CompoundFilter): Promise<Page<CompoundRow>> {
  const column = columnOf(filter.sort)
  const where = whereOf(act, filter)
  const byName = column === 'sortKey'
  const cursor = cursorFor(filter.cursor, byName ? 'text' : 'number', !byName)
  const place = keyset(column, filter.direction, cursor, filter.size, !byName)
  const [found, total] = await Promise.all([
    act.tx.compound.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.compound.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row[column])
}

/** All compounds that the filter finds within the scope of exporting, by name. */
export const compoundsToExport = (act: Act, filter: CompoundFilter): Promise<CompoundRow[]> =>
  act.tx.compound.findMany({
    relationLoadStrategy: 'join',
    where: whereOf(act, filter, 'registers.export'),
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 50_000,
    select: ROW,
  })

const DETAIL = {
  ...ROW,
  longitude: true,
  latitude: true,
  version: true,
  buildings: {
    where: { endedAt: null },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { id: true, name: true, floors: true, stairwellCount: true, householdCount: true },
  },
} satisfies Prisma.CompoundSelect

export type CompoundDetail = Prisma.CompoundGetPayload<{ select: typeof DETAIL }>

/** A compound in the caller's scope, or null when there is none, or none for this caller. */
export const findCompound = (
  act: Act,
  id: string,
  permission: Permission = 'places.read',
): Promise<CompoundDetail | null> =>
  act.tx.compound.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, compoundsWithin(act.principal, permission)] },
    select: DETAIL,
  })

/** The compounds that a select offers: those in use in the caller's scope, by name. */
export async function compoundOptions(
  act: Act,
  permission: Permission,
): Promise<{ value: string; label: string }[]> {
  const compounds = await act.tx.compound.findMany({
    where: { AND: [compoundsWithin(act.principal, permission), { endedAt: null }] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return compounds.map(({ id, name }) => ({ value: id, label: name }))
}
