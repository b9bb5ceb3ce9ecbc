import { uuidv7 } from '@/core/identifier'
import type { Tx } from '@/server/db'
import { searchText } from '@/server/pinyin'
import { SEED_CATEGORIES } from './rules'

/** Gives a street that has no categories those it starts with, each with its allowances; what the office has edited stays. */
export async function seedCategories(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.requestCategory.count({ where: { streetId } })) > 0) return
  const categories = SEED_CATEGORIES.map((category, position) => ({ ...category, position, id: uuidv7(now) }))
  await tx.requestCategory.createMany({
    data: categories.map(({ accept: _accept, arrive: _arrive, resolve: _resolve, ...category }) => ({
      ...category,
      streetId,
      search: searchText(category.name, category.nameEn),
      createdAt: now,
    })),
  })
  await tx.slaPolicy.createMany({
    data: categories.map(({ id: categoryId, accept, arrive, resolve }) => ({
      streetId,
      id: uuidv7(now),
      categoryId,
      acceptAmount: accept.amount,
      acceptUnit: accept.unit,
      arriveAmount: arrive.amount,
      arriveUnit: arrive.unit,
      resolveAmount: resolve.amount,
      resolveUnit: resolve.unit,
      createdAt: now,
    })),
  })
}
