import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { inTermOn, todayOf } from '@/server/term'
import { buildingsWithin, gridsWithin, mayWriteIn } from '../policy'
import type { BuildingFilter } from './schema'

const rowAt = (today: Date) =>
  ({
    id: true,
    number: true,
    name: true,
    floors: true,
    stairwellCount: true,
    householdCount: true,
    sortKey: true,
    endedAt: true,
    version: true,
    compound: { select: { id: true, name: true, community: { select: { id: true, name: true } } } },
    grid: { select: { id: true, name: true, code: true } },
    captainBuildings: {
      where: inTermOn(today),
      take: 1,
      select: { appointment: { select: { id: true, person: { select: { name: true } } } } },
    },
  }) satisfies Prisma.BuildingSelect

type Read = Prisma.BuildingGetPayload<{ select: ReturnType<typeof rowAt> }>

/** A building with the captain who looks after it today, if anybody does. */
export type BuildingRow = Omit<Read, 'captainBuildings'> & { captain: { id: string; name: string } | null }

const rowOf = ({ captainBuildings: [held], ...building }: Read): BuildingRow => ({
  ...building,
  captain: held ? { id: held.appointment.id, name: held.appointment.person.name } : null,
})

function whereOf(
  { principal, now }: Act,
  filter: BuildingFilter,
  permission: Permission,
): Prisma.BuildingWhereInput {
  const captained = inTermOn(todayOf(now))
  const captain = filter.captain === 'none' ? { none: captained } : { some: captained }
  return {
    AND: [
      buildingsWithin(principal, permission),
      searching(filter.q),
      filter.community ? { compound: { communityId: filter.community } } : {},
      filter.compound ? { compoundId: filter.compound } : {},
      filter.grid ? { gridId: filter.grid } : {},
      filter.captain ? { captainBuildings: captain } : {},
      filter.ended ? { endedAt: { not: null } } : { endedAt: null },
    ],
  }
}

/** A page of the buildings in the reader's scope. */
export async function listBuildings(act: Act, filter: BuildingFilter): Promise<Page<BuildingRow>> {
  const column = filter.sort === 'name' ? 'sortKey' : filter.sort
  const where = whereOf(act, filter, 'places.read')
  const byName = column === 'sortKey'
  const cursor = cursorFor(filter.cursor, byName ? 'text' : 'number', !byName)
  const place = keyset(column, filter.direction, cursor, filter.size, !byName)
  const [found, total] = await Promise.all([
    act.tx.building.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: rowAt(todayOf(act.now)),
    }),
    act.tx.building.count({ where }),
  ])
  return pageOf(found.map(rowOf), filter.size, cursor, total, (row) => row[column])
}

/** All buildings that the filter finds within the scope of exporting, by name. */
export async function buildingsToExport(act: Act, filter: BuildingFilter): Promise<BuildingRow[]> {
  const found = await act.tx.building.findMany({
    relationLoadStrategy: 'join',
    where: whereOf(act, filter, 'registers.export'),
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 50_000,
    select: rowAt(todayOf(act.now)),
  })
  return found.map(rowOf)
}

const detailAt = (today: Date) =>
  ({
    ...rowAt(today),
    stairwells: {
      orderBy: { number: 'asc' },
      select: {
        id: true,
        number: true,
        name: true,
        endedAt: true,
        noticeBoard: {
          select: { id: true, codes: { where: { revokedAt: null }, take: 1, select: { code: true } } },
        },
        _count: { select: { households: { where: { endedAt: null } } } },
      },
    },
  }) satisfies Prisma.BuildingSelect

type ReadDetail = Prisma.BuildingGetPayload<{ select: ReturnType<typeof detailAt> }>

export type BuildingDetail = BuildingRow & {
  stairwells: {
    id: string
    number: number
    name: string
    isEnded: boolean
    code: string | null
    households: number
  }[]
}

/** A building in the caller's scope, or null when there is none, or none for this caller. */
export async function findBuilding(
  act: Act,
  id: string,
  permission: Permission = 'places.read',
): Promise<BuildingDetail | null> {
  const found = await act.tx.building.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, buildingsWithin(act.principal, permission)] },
    select: detailAt(todayOf(act.now)),
  })
  if (!found) return null
  const { stairwells, ...building }: ReadDetail = found
  return {
    ...rowOf(building),
    stairwells: stairwells.map(({ id: stairwellId, number, name, endedAt, noticeBoard, _count }) => ({
      id: stairwellId,
      number,
      name,
      isEnded: endedAt !== null,
      code: noticeBoard?.codes[0]?.code ?? null,
      households: _count.households,
    })),
  }
}

/** A building in the caller's scope whose community the caller may write in. */
export async function findBuildingToWrite(act: Act, id: string): Promise<BuildingDetail | null> {
  const building = await findBuilding(act, id, 'places.write')
  return building && mayWriteIn(act.principal, 'places.write', building.compound.community.id)
    ? building
    : null
}

export type PastCaptain = { id: string; name: string; startsOn: Date; endsOn: Date | null }

/** Who has looked after a building, newest first; the caller has found the building within its scope. */
export async function captainsOf({ tx, principal }: Act, buildingId: string): Promise<PastCaptain[]> {
  const held = await tx.captainBuilding.findMany({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, buildingId },
    orderBy: { startsOn: 'desc' },
    take: 50,
    select: {
      startsOn: true,
      endsOn: true,
      appointment: { select: { id: true, person: { select: { name: true } } } },
    },
  })
  return held.map(({ startsOn, endsOn, appointment: { id, person } }) => ({
    id,
    name: person.name,
    startsOn,
    endsOn,
  }))
}

/** The grids that a building's form offers: those of the compound's community within the caller's scope. */
export async function gridOptions(
  { tx, principal }: Act,
  communityId: string,
): Promise<{ value: string; label: string }[]> {
  const grids = await tx.grid.findMany({
    where: { AND: [gridsWithin(principal, 'places.write'), { communityId, endedAt: null }] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, name: true, code: true },
  })
  return grids.map(({ id, name, code }) => ({ value: id, label: `${name} ${code}` }))
}
