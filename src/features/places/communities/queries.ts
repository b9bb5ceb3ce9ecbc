import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { buildingsWithin, communitiesWithin, compoundsWithin, gridsWithin } from '../policy'
import type { CommunityFilter } from './schema'

const BY_NAME = [{ sortKey: 'asc' as const }, { id: 'asc' as const }]

/** The columns of a community, with the compounds and grids in use that the reader may see. */
const rowFor = ({ principal }: Act, permission: Permission) => {
  const inUse = { endedAt: null }
  return {
    id: true,
    code: true,
    name: true,
    officePhone: true,
    officeAddress: true,
    officeHours: true,
    sortKey: true,
    endedAt: true,
    version: true,
    compounds: {
      where: { AND: [inUse, compoundsWithin(principal, permission)] },
      orderBy: BY_NAME,
      select: {
        id: true,
        name: true,
        _count: {
          select: { buildings: { where: { AND: [inUse, buildingsWithin(principal, permission)] } } },
        },
      },
    },
    grids: {
      where: { AND: [inUse, gridsWithin(principal, permission)] },
      orderBy: BY_NAME,
      select: { id: true, name: true },
    },
  } satisfies Prisma.CommunitySelect
}

type Read = Prisma.CommunityGetPayload<{ select: ReturnType<typeof rowFor> }>
type Named = { id: string; name: string }

/** A community with what of it the reader may see. */
export type CommunityRow = Omit<Read, 'compounds' | 'grids'> & {
  compounds: Named[]
  grids: Named[]
  buildingCount: number
}

const rowOf = ({ compounds, ...row }: Read): CommunityRow => ({
  ...row,
  compounds: compounds.map(({ id, name }) => ({ id, name })),
  buildingCount: compounds.reduce((sum, { _count }) => sum + _count.buildings, 0),
})

const whereOf = (
  { principal }: Act,
  filter: CommunityFilter,
  permission: Permission,
): Prisma.CommunityWhereInput => ({
  AND: [
    communitiesWithin(principal, permission),
    searching(filter.q),
    filter.ended ? { endedAt: { not: null } } : { endedAt: null },
  ],
})

/** A page of the communities in the reader's scope. */
export async function listCommunities(act: Act, filter: CommunityFilter): Promise<Page<CommunityRow>> {
  const column = filter.sort === 'name' ? 'sortKey' : 'code'
  const isCode = column === 'code'
  const where = whereOf(act, filter, 'places.read')
  const cursor = cursorFor(filter.cursor, 'text', isCode)
  const place = keyset(column, filter.direction, cursor, filter.size, isCode)
  const [found, total] = await Promise.all([
    act.tx.community.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: rowFor(act, 'places.read'),
    }),
    act.tx.community.count({ where }),
  ])
  return pageOf(found.map(rowOf), filter.size, cursor, total, (row) => row[column])
}

/** All communities that the filter finds within the scope of exporting, by name. */
export async function communitiesToExport(act: Act, filter: CommunityFilter): Promise<CommunityRow[]> {
  const found = await act.tx.community.findMany({
    relationLoadStrategy: 'join',
    where: whereOf(act, filter, 'registers.export'),
    orderBy: BY_NAME,
    take: 5_000,
    select: rowFor(act, 'registers.export'),
  })
  return found.map(rowOf)
}

/** A community in the caller's scope, or null when there is none, or none for this caller. */
export async function findCommunity(
  act: Act,
  id: string,
  permission: Permission = 'places.read',
): Promise<CommunityRow | null> {
  const found = await act.tx.community.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, communitiesWithin(act.principal, permission)] },
    select: rowFor(act, permission),
  })
  return found && rowOf(found)
}

/** The 9-digit code of the street, with which those of its communities begin. */
export async function streetCodeOf({ tx, principal }: Act): Promise<string> {
  const { code } = await tx.street.findUniqueOrThrow({
    where: { id: principal.streetId },
    select: { code: true },
  })
  return code
}

/** The communities that a select offers: those in the caller's scope, by name. */
export async function communityOptions(
  act: Act,
  permission: Permission,
): Promise<{ value: string; label: string }[]> {
  const communities = await act.tx.community.findMany({
    where: { AND: [communitiesWithin(act.principal, permission), { endedAt: null }] },
    orderBy: BY_NAME,
    select: { id: true, name: true },
  })
  return communities.map(({ id, name }) => ({ value: id, label: name }))
}
