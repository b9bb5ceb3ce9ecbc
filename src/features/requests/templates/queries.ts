import type { Prisma } from '@/generated/prisma/client'
import type { RequestState } from '@/generated/prisma/enums'
import type { Act } from '@/server/act'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { TemplateFilter } from './schema'

const ROW = {
  id: true,
  name: true,
  state: true,
  words: true,
  wordsEn: true,
  version: true,
  createdAt: true,
  endedAt: true,
  category: { select: { id: true, name: true, nameEn: true } },
} satisfies Prisma.ReplyTemplateSelect

export type TemplateRow = Prisma.ReplyTemplateGetPayload<{ select: typeof ROW }>

/** A page of the reply templates, the oldest first. */
export async function listTemplates(act: Act, filter: TemplateFilter): Promise<Page<TemplateRow>> {
  const contains = (text: string) => ({ contains: text, mode: 'insensitive' as const })
  const where: Prisma.ReplyTemplateWhereInput = {
    AND: [
      { streetId: act.principal.streetId, endedAt: filter.ended ? { not: null } : null },
      filter.state ? { state: filter.state } : {},
      filter.category ? { categoryId: filter.category } : {},
      filter.q
        ? {
            OR: [
              { name: contains(filter.q) },
              { words: contains(filter.q) },
              { wordsEn: contains(filter.q) },
            ],
          }
        : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('createdAt', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.replyTemplate.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.replyTemplate.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.createdAt.toISOString())
}

export const findTemplate = ({ tx, principal }: Act, id: string): Promise<TemplateRow | null> =>
  tx.replyTemplate.findFirst({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, id },
    select: ROW,
  })

const MOST = 50

/** The templates for a step of a request of this category in this state, those made for just this first. */
export async function templatesFor(
  { tx, principal }: Act,
  categoryId: string,
  state: RequestState,
): Promise<TemplateRow[]> {
  const found = await tx.replyTemplate.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      endedAt: null,
      AND: [{ OR: [{ categoryId: null }, { categoryId }] }, { OR: [{ state: null }, { state }] }],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: ROW,
  })
  const exactness = ({ category, state: of }: TemplateRow) => (category ? 2 : 0) + (of ? 1 : 0)
  return found.sort((one, other) => exactness(other) - exactness(one))
}
