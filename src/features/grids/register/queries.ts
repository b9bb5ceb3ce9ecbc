import { maskPhone } from '@/core/phone'
import { buildingsWithin, compoundsWithin, gridsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { inTermOn, todayOf } from '@/server/term'
import type { GridFilter } from './schema'

const BY_NAME = [{ sortKey: 'asc' as const }, { id: 'asc' as const }]

/** The columns of a grid, with those of its compounds that the reader may see. */
const rowFor = ({ principal, now }: Act, permission: Permission) =>
  ({
    id: true,
    code: true,
    name: true,
    branchName: true,
    buildingCount: true,
    forces: true,
    sortKey: true,
    endedAt: true,
    version: true,
    community: { select: { id: true, name: true } },
    compounds: {
      where: { compound: compoundsWithin(principal, permission) },
      orderBy: { compound: { sortKey: 'asc' as const } },
      select: { compound: { select: { id: true, name: true } } },
    },
    members: {
      where: inTermOn(todayOf(now)),
      orderBy: BY_NAME,
      select: { id: true, post: true, person: { select: { id: true, name: true } } },
    },
  }) satisfies Prisma.GridSelect

export type GridRow = Prisma.GridGetPayload<{ select: ReturnType<typeof rowFor> }>

const membersAre = (filter: GridFilter, today: Date): Prisma.GridWhereInput => {
  if (!filter.members) return {}
  return { members: { [filter.members]: inTermOn(today) } }
}

const whereOf = (
  { principal, now }: Act,
  filter: GridFilter,
  permission: Permission,
): Prisma.GridWhereInput => ({
  AND: [
    gridsWithin(principal, permission),
    searching(filter.q),
    filter.community ? { communityId: filter.community } : {},
    filter.compound
      ? {
          compounds: {
            some: { compoundId: filter.compound, compound: compoundsWithin(principal, permission) },
          },
        }
      : {},
    filter.force ? { forces: { has: filter.force } } : {},
    membersAre(filter, todayOf(now)),
    filter.ended ? { endedAt: { not: null } } : { endedAt: null },
  ],
})

/** A page of the grids in the reader's scope. */
export async function listGrids(act: Act, filter: GridFilter): Promise<Page<GridRow>> {
  const column = filter.sort === 'name' ? 'sortKey' : filter.sort
  const where = whereOf(act, filter, 'grids.read')
  const isCount = column === 'buildingCount'
  const cursor = cursorFor(filter.cursor, isCount ? 'number' : 'text', isCount)
  const place = keyset(column, filter.direction, cursor, filter.size, isCount)
  const [found, total] = await Promise.all([
    act.tx.grid.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: rowFor(act, 'grids.read'),
    }),
    act.tx.grid.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row[column])
}

/** All grids that the filter finds within the scope of exporting, by name. */
export const gridsToExport = (act: Act, filter: GridFilter): Promise<GridRow[]> =>
  act.tx.grid.findMany({
    relationLoadStrategy: 'join',
    where: whereOf(act, filter, 'registers.export'),
    orderBy: BY_NAME,
    take: 50_000,
    select: rowFor(act, 'registers.export'),
  })

const detailFor = (act: Act, permission: Permission) => {
  const inTerm = inTermOn(todayOf(act.now))
  const row = rowFor(act, permission)
  return {
    ...row,
    members: {
      ...row.members,
      select: { ...row.members.select, person: { select: { id: true, name: true, phone: true } } },
    },
    buildings: {
      where: { AND: [{ endedAt: null }, buildingsWithin(act.principal, permission)] },
      orderBy: BY_NAME,
      take: 500,
      select: {
        id: true,
        name: true,
        compound: { select: { id: true, name: true } },
        captainBuildings: {
          where: inTerm,
          take: 1,
          select: { appointment: { select: { id: true, person: { select: { name: true } } } } },
        },
      },
    },
  } satisfies Prisma.GridSelect
}

type Read = Prisma.GridGetPayload<{ select: ReturnType<typeof detailFor> }>

/** A grid with its buildings, each with its captain of today, and its members, whose numbers are masked. */
export type GridDetail = Omit<Read, 'members' | 'buildings'> & {
  members: { id: string; post: string; name: string; personId: string; maskedPhone: string | null }[]
  buildings: {
    id: string
    name: string
    compound: { id: string; name: string }
    captain: { id: string; name: string } | null
  }[]
}

/** A grid in the caller's scope, or null when there is none, or none for this caller. */
export async function findGrid(
  act: Act,
  id: string,
  permission: Permission = 'grids.read',
): Promise<GridDetail | null> {
  const grid = await act.tx.grid.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, gridsWithin(act.principal, permission)] },
    select: detailFor(act, permission),
  })
  if (!grid) return null
  return {
    ...grid,
    members: grid.members.map(({ person, ...member }) => ({
      ...member,
      personId: person.id,
      name: person.name,
      maskedPhone: person.phone ? maskPhone(person.phone) : null,
    })),
    buildings: grid.buildings.map(({ captainBuildings: [held], ...building }) => ({
      ...building,
      captain: held ? { id: held.appointment.id, name: held.appointment.person.name } : null,
    })),
  }
}

type Options = { groups: { label: string; items: { id: string; label: string }[] }[] }

/** The compounds in use that a grid of the writer can cover, by community. */
export async function compoundChoices(act: Act, typed: string | undefined): Promise<Options> {
  if (!typed) return { groups: [] }
  const compounds = await act.tx.compound.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [compoundsWithin(act.principal, 'grids.write'), { endedAt: null }, searching(typed)] },
    orderBy: BY_NAME,
    take: 40,
    select: { id: true, name: true, community: { select: { name: true } } },
  })
  const groups = new Map<string, { id: string; label: string }[]>()
  for (const { id, name, community } of compounds)
    groups.set(community.name, [...(groups.get(community.name) ?? []), { id, label: name }])
  return { groups: [...groups].map(([label, items]) => ({ label, items })) }
}
