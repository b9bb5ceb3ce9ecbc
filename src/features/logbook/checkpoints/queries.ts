import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { CheckpointFilter } from './schema'

const ROW = {
  id: true,
  kind: true,
  name: true,
  nameEn: true,
  position: true,
  version: true,
  endedAt: true,
  category: { select: { id: true, name: true, nameEn: true } },
  building: { select: { id: true, name: true, compound: { select: { name: true } } } },
  leftOut: {
    orderBy: { building: { sortKey: 'asc' } },
    select: { building: { select: { id: true, name: true, compound: { select: { name: true } } } } },
  },
} satisfies Prisma.CheckpointSelect

export type CheckpointRow = Prisma.CheckpointGetPayload<{ select: typeof ROW }>

const REACHES = {
  all: {},
  general: { buildingId: null },
  building: { buildingId: { not: null } },
} satisfies Record<CheckpointFilter['reach'], Prisma.CheckpointWhereInput>

/** A page of the points of the rounds' checklists, in their order. */
export async function listCheckpoints(act: Act, filter: CheckpointFilter): Promise<Page<CheckpointRow>> {
  const where: Prisma.CheckpointWhereInput = {
    AND: [
      { streetId: act.principal.streetId, endedAt: filter.ended === 'yes' ? { not: null } : null },
      filter.kind ? { kind: filter.kind } : {},
      REACHES[filter.reach],
      filter.q
        ? {
            OR: [
              { name: { contains: filter.q, mode: 'insensitive' } },
              { nameEn: { contains: filter.q, mode: 'insensitive' } },
            ],
          }
        : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'number')
  const place = keyset('position', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.checkpoint.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.checkpoint.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.position)
}

export const findCheckpoint = ({ tx, principal }: Act, id: string): Promise<CheckpointRow | null> =>
  tx.checkpoint.findFirst({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, id },
    select: ROW,
  })
