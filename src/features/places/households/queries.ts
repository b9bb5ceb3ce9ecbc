import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { buildingsWithin } from '../policy'
import { roomsOf } from './rules'
import type { HouseholdFilter, HouseholdRange } from './schema'

const ROW = {
  id: true,
  room: true,
  sortKey: true,
  endedAt: true,
  version: true,
  stairwell: { select: { id: true, name: true, endedAt: true } },
} satisfies Prisma.HouseholdSelect

export type HouseholdRow = Prisma.HouseholdGetPayload<{ select: typeof ROW }>

const whereOf = (
  { principal }: Act,
  buildingId: string,
  filter: HouseholdFilter,
  permission: Permission,
): Prisma.HouseholdWhereInput => ({
  AND: [
    { streetId: principal.streetId },
    { stairwell: { buildingId, building: buildingsWithin(principal, permission) } },
    searching(filter.q),
    filter.stairwell ? { stairwellId: filter.stairwell } : {},
    filter.ended ? { endedAt: { not: null } } : { endedAt: null },
  ],
})

/** A page of a building's households, stairwell by stairwell and floor by floor. */
export async function listHouseholds(
  act: Act,
  buildingId: string,
  filter: HouseholdFilter,
): Promise<Page<HouseholdRow>> {
  const where = whereOf(act, buildingId, filter, 'places.read')
  const cursor = cursorFor(filter.cursor, 'text')
  const place = keyset('sortKey', filter.direction, cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.household.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.household.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.sortKey)
}

/** All households of a building that the filter finds within the scope of exporting. */
export const householdsToExport = (
  act: Act,
  buildingId: string,
  filter: HouseholdFilter,
): Promise<HouseholdRow[]> =>
  act.tx.household.findMany({
    relationLoadStrategy: 'join',
    where: whereOf(act, buildingId, filter, 'registers.export'),
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 50_000,
    select: ROW,
  })

const DETAIL = {
  ...ROW,
  stairwell: {
    select: {
      id: true,
      name: true,
      number: true,
      endedAt: true,
      building: {
        select: {
          id: true,
          name: true,
          endedAt: true,
          compound: { select: { id: true, name: true, communityId: true } },
        },
      },
    },
  },
} satisfies Prisma.HouseholdSelect

export type HouseholdDetail = Prisma.HouseholdGetPayload<{ select: typeof DETAIL }>

/** A household in a building of the caller's scope, or null. */
export const findHousehold = (
  { tx, principal }: Act,
  id: string,
  permission: Permission = 'places.read',
): Promise<HouseholdDetail | null> =>
  tx.household.findFirst({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      id,
      stairwell: { building: buildingsWithin(principal, permission) },
    },
    select: DETAIL,
  })

export type RangePreview = { added: string[]; existing: { room: string; isEnded: boolean }[] }

/** What adding a range would add, and which of its doors are registered already; the caller has found the stairwell. */
export async function previewOf({ tx, principal }: Act, range: HouseholdRange): Promise<RangePreview> {
  const rooms = roomsOf(range)
  const there = await tx.household.findMany({
    where: { streetId: principal.streetId, stairwellId: range.stairwellId, room: { in: rooms } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { room: true, endedAt: true },
  })
  const taken = new Set(there.map(({ room }) => room))
  return {
    added: rooms.filter((room) => !taken.has(room)),
    existing: there.map(({ room, endedAt }) => ({ room, isEnded: endedAt !== null })),
  }
}
