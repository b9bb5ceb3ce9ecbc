import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { searchText } from '@/server/pinyin'
import { findCategory } from './queries'
import { SEED_CATEGORIES } from './rules'
import type { CategoryChanges, NewCategory } from './schema'

const subjectOf = (id: string) => ({ kind: 'category', id })

/** What a new category allows until the office says otherwise: the general matter of the hotline's practice. */
const GENERAL = {
  acceptAmount: 1,
  acceptUnit: 'workdays',
  arriveAmount: 3,
  arriveUnit: 'workdays',
  resolveAmount: 7,
  resolveUnit: 'days',
} as const

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

/** Adds a category with the allowances of a general matter. */
export async function addCategory(
  act: Act,
  category: NewCategory,
): Promise<Result<{ id: string }, 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const same = await tx.requestCategory.count({ where: { streetId, code: category.code } })
  if (same > 0) return refuse('already-exists', { code: 'already-exists' })
  const id = uuidv7(now)
  await tx.requestCategory.create({
    data: { ...category, streetId, id, search: searchText(category.name, category.nameEn), createdAt: now },
    select: { id: true },
  })
  await tx.slaPolicy.create({
    data: { streetId, id: uuidv7(now), categoryId: id, ...GENERAL, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'category.add',
    subject: subjectOf(id),
    changes: changesBetween({}, category),
  })
  return ok({ id })
}

export async function changeCategory(
  act: Act,
  id: string,
  { version, ...changes }: CategoryChanges,
): Promise<Result<{ id: string; version: number }, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal } = act
  const before = await findCategory(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  const written = await tx.requestCategory.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...changes, search: searchText(changes.name, changes.nameEn), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'category.change',
    subject: subjectOf(id),
    changes: changesBetween(before, changes),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a category off the forms, or puts it back; requests that are of it stay as they are. */
async function setEnded(
  act: Act,
  id: string,
  version: number,
  endedAt: Date | null,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal } = act
  const before = await findCategory(act, id)
  if (!before) return refuse('not-found')
  if ((before.endedAt !== null) === (endedAt !== null)) return refuse('has-ended')
  const written = await tx.requestCategory.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: endedAt ? 'category.end' : 'category.resume', subject: subjectOf(id) })
  return ok(null)
}

export const endCategory = (act: Act, id: string, version: number) => setEnded(act, id, version, act.now)
export const resumeCategory = (act: Act, id: string, version: number) => setEnded(act, id, version, null)
