import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { findCategory } from '../queries'
import type { AllowanceChanges } from './schema'

const written = (amount: number | null, unit: string | null): string | null =>
  amount === null ? null : `${amount} ${unit}`

type Kept = {
  acceptAmount: number | null
  acceptUnit: string | null
  arriveAmount: number | null
  arriveUnit: string | null
  resolveAmount: number
  resolveUnit: string
}

const inWords = (kept: Kept | undefined) =>
  kept
    ? {
        accept: written(kept.acceptAmount, kept.acceptUnit),
        arrive: written(kept.arriveAmount, kept.arriveUnit),
        resolve: written(kept.resolveAmount, kept.resolveUnit),
      }
    : {}

/** Says what a category allows from now on; requests that are there keep what they were given. */
export async function setAllowance(
  act: Act,
  categoryId: string,
  { version, ...told }: AllowanceChanges,
): Promise<Result<{ id: string }, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const category = await findCategory(act, categoryId)
  if (!category) return refuse('not-found')
  if (category.endedAt) return refuse('has-ended')
  const { stars } = told
  const before = category.policies.find((policy) => policy.stars === stars)
  if ((before?.version ?? null) !== version) return refuse('stale-version')
  const kept = {
    ...told,
    acceptUnit: told.acceptAmount === null ? null : told.acceptUnit,
    arriveUnit: told.arriveAmount === null ? null : told.arriveUnit,
  }
  if (before) {
    const { count } = await tx.slaPolicy.updateMany({
      where: { streetId, id: before.id, version: before.version },
      data: { ...kept, version: { increment: 1 } },
    })
    if (count === 0) return refuse('stale-version')
  } else
    await tx.slaPolicy.create({
      data: { streetId, id: uuidv7(now), categoryId, ...kept, createdAt: now },
      select: { id: true },
    })
  await recordAudit(act, {
    action: 'category.allowance',
    subject: { kind: 'category', id: categoryId },
    changes: { stars: { to: stars }, ...changesBetween(inWords(before), inWords(kept)) },
  })
  return ok({ id: categoryId })
}

/** Takes a star level's own allowance away: what holds for all levels holds there again. */
export async function removeAllowance(
  act: Act,
  categoryId: string,
  stars: number,
): Promise<Result<null, 'not-found'>> {
  const { tx, principal } = act
  const { count } = await tx.slaPolicy.deleteMany({
    where: { streetId: principal.streetId, categoryId, stars },
  })
  if (count === 0) return refuse('not-found')
  await recordAudit(act, {
    action: 'category.allowance-removal',
    subject: { kind: 'category', id: categoryId },
    changes: { stars: { from: stars } },
  })
  return ok(null)
}
