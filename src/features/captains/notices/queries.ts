import { gridsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { inTermOn, todayOf } from '@/server/term'
import type { NoticeFilter } from './schema'

const ROW = {
  id: true,
  words: true,
  from: true,
  until: true,
  actor: true,
  version: true,
  createdAt: true,
  endedAt: true,
  grid: { select: { id: true, name: true } },
} satisfies Prisma.CaptainNoticeSelect

export type NoticeRow = Prisma.CaptainNoticeGetPayload<{ select: typeof ROW }>

const noticesWithin = ({ principal }: Act): Prisma.CaptainNoticeWhereInput => ({
  streetId: principal.streetId,
  grid: gridsWithin(principal, 'notices.write'),
})

/** A page of the notices for grids in the writer's scope, the newest first. */
export async function listNotices(act: Act, filter: NoticeFilter): Promise<Page<NoticeRow>> {
  const past: Prisma.CaptainNoticeWhereInput = {
    OR: [{ endedAt: { not: null } }, { until: { lt: todayOf(act.now) } }],
  }
  const where: Prisma.CaptainNoticeWhereInput = {
    AND: [
      noticesWithin(act),
      filter.show === 'past' ? past : { NOT: past },
      filter.q
        ? { OR: [{ words: { contains: filter.q, mode: 'insensitive' } }, { grid: searching(filter.q) }] }
        : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('createdAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.captainNotice.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.captainNotice.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, ({ createdAt }) => createdAt.toISOString())
}

/** A notice for a grid in the writer's scope, or null. */
export const findNotice = (act: Act, id: string): Promise<NoticeRow | null> =>
  act.tx.captainNotice.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, noticesWithin(act)] },
    select: ROW,
  })

/** The grids in use that a notice can be written for. */
export async function noticeGrids({ tx, principal }: Act): Promise<{ value: string; label: string }[]> {
  const grids = await tx.grid.findMany({
    where: { AND: [gridsWithin(principal, 'notices.write'), { endedAt: null }] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, name: true },
  })
  return grids.map(({ id, name }) => ({ value: id, label: name }))
}

export type OwnNotice = { id: string; words: string; until: Date; actor: string; grid: { name: string } }

/** What holds today for the grids in which the caller looks after a building, the newest first. */
export async function ownNotices({ tx, principal, now }: Act): Promise<OwnNotice[]> {
  const { streetId, personId } = principal
  const today = todayOf(now)
  if (personId === null) return []
  return tx.captainNotice.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId,
      endedAt: null,
      from: { lte: today },
      until: { gte: today },
      grid: {
        buildings: {
          some: {
            endedAt: null,
            captainBuildings: {
              some: { ...inTermOn(today), appointment: { personId, ...inTermOn(today) } },
            },
          },
        },
      },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 10,
    select: { id: true, words: true, until: true, actor: true, grid: { select: { name: true } } },
  })
}
