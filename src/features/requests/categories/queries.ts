import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import type { CategoryFilter } from './schema'

const MOST = 500

const CATEGORY = {
  id: true,
  code: true,
  name: true,
  nameEn: true,
  group: true,
  groupEn: true,
  hint: true,
  hintEn: true,
  danger: true,
  skill: true,
  position: true,
  version: true,
  endedAt: true,
  policies: { orderBy: { stars: 'asc' } },
} satisfies Prisma.RequestCategorySelect

export type CategoryRow = Prisma.RequestCategoryGetPayload<{ select: typeof CATEGORY }>

/** What can be reported, in the street's order; those that ended only when asked for. */
export const listCategories = ({ tx, principal }: Act, filter: CategoryFilter): Promise<CategoryRow[]> =>
  tx.requestCategory.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        { streetId: principal.streetId, endedAt: filter.ended ? { not: null } : null },
        filter.q ? searching(filter.q) : {},
      ],
    },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    take: MOST,
    select: CATEGORY,
  })

export const findCategory = ({ tx, principal }: Act, id: string): Promise<CategoryRow | null> =>
  tx.requestCategory.findFirst({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, id },
    select: CATEGORY,
  })

/** The posts of the street's workers, for who deals with what. */
export async function postsOf({ tx, principal }: Act): Promise<string[]> {
  const workers = await tx.worker.findMany({
    where: { streetId: principal.streetId },
    distinct: ['post'],
    orderBy: { post: 'asc' },
    take: 100,
    select: { post: true },
  })
  return workers.map(({ post }) => post)
}
