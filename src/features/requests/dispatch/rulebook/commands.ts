import { uuidv7 } from '@/core/identifier'
import { minutesOfTime } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { inTermOn, todayOf } from '@/server/term'
import { workersWithin } from '../../../crews/policy'
import { findRule, type RuleRow } from './queries'
import type { NewRule, RuleChanges } from './schema'

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

function keptOf(rule: NewRule) {
  const days = DAYS.flatMap((day, index) => (rule[day] ? [index + 1] : []))
  return {
    name: rule.name,
    categoryId: rule.categoryId,
    compoundId: rule.compoundId,
    zoneId: rule.zoneId,
    skill: rule.skill,
    // All days are no condition, and none would be a rule that never fits.
    weekdays: days.length === DAYS.length ? [] : days,
    fromMinute: rule.from === null ? null : minutesOfTime(rule.from),
    toMinute: rule.to === null ? null : minutesOfTime(rule.to),
    workerId: rule.workerId,
    toZoneCrew: rule.toZoneCrew,
  }
}

/** The first reference that is not there. */
async function strayReference(
  { tx, principal, now }: Act,
  { categoryId, compoundId, zoneId, workerId }: NewRule,
): Promise<'categoryId' | 'compoundId' | 'zoneId' | 'workerId' | null> {
  const { streetId } = principal
  const open = { streetId, endedAt: null }
  if (categoryId && !(await tx.requestCategory.count({ where: { ...open, id: categoryId } })))
    return 'categoryId'
  if (compoundId && !(await tx.compound.count({ where: { ...open, id: compoundId } }))) return 'compoundId'
  if (zoneId && !(await tx.zone.count({ where: { ...open, id: zoneId } }))) return 'zoneId'
  const serving = {
    AND: [{ id: workerId ?? '' }, workersWithin(principal, 'workers.read'), inTermOn(todayOf(now))],
  }
  if (workerId && !(await tx.worker.count({ where: serving }))) return 'workerId'
  return null
}

const subjectOf = (id: string) => ({ kind: 'dispatch-rule', id })

const told = (kept: ReturnType<typeof keptOf>) => ({
  ...kept,
  weekdays: kept.weekdays.join(' '),
})

const before = ({ category, compound, zone, worker, ...rule }: RuleRow) =>
  told({
    name: rule.name,
    categoryId: category?.id ?? null,
    compoundId: compound?.id ?? null,
    zoneId: zone?.id ?? null,
    skill: rule.skill,
    weekdays: rule.weekdays,
    fromMinute: rule.fromMinute,
    toMinute: rule.toMinute,
    workerId: worker?.id ?? null,
    toZoneCrew: rule.toZoneCrew,
  })

/** Adds a rule behind all others. */
export async function addRule(act: Act, rule: NewRule): Promise<Result<{ id: string }, 'unknown-reference'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const stray = await strayReference(act, rule)
  if (stray) return refuse('unknown-reference', { [stray]: 'unknown-reference' })
  const last = await tx.dispatchRule.aggregate({ where: { streetId }, _max: { position: true } })
  const id = uuidv7(now)
  const kept = keptOf(rule)
  await tx.dispatchRule.create({
    data: { ...kept, streetId, id, position: (last._max.position ?? 0) + 1, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'dispatch-rule.add',
    subject: subjectOf(id),
    changes: changesBetween({}, told(kept)),
  })
  return ok({ id })
}

export async function changeRule(
  act: Act,
  id: string,
  { version, ...rule }: RuleChanges,
): Promise<Result<{ id: string; version: number }, 'not-found' | 'stale-version' | 'unknown-reference'>> {
  const { tx, principal } = act
  const was = await findRule(act, id)
  if (!was) return refuse('not-found')
  const stray = await strayReference(act, rule)
  if (stray) return refuse('unknown-reference', { [stray]: 'unknown-reference' })
  const kept = keptOf(rule)
  const { count } = await tx.dispatchRule.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...kept, version: { increment: 1 } },
  })
  if (count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'dispatch-rule.change',
    subject: subjectOf(id),
    changes: changesBetween(before(was), told(kept)),
  })
  return ok({ id, version: version + 1 })
}

/** Ends a rule: from now on it takes nothing. */
export async function endRule(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'stale-version'>> {
  const { tx, principal, now } = act
  if (!(await findRule(act, id))) return refuse('not-found')
  const { count } = await tx.dispatchRule.updateMany({
    where: { streetId: principal.streetId, id, version, endedAt: null },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'dispatch-rule.end', subject: subjectOf(id) })
  return ok(null)
}

/** Moves a rule before or behind its neighbour. */
export async function moveRule(
  act: Act,
  id: string,
  direction: 'up' | 'down',
  version: number,
): Promise<Result<null, 'not-found' | 'stale-version'>> {
  const { tx, principal } = act
  const { streetId } = principal
  // One change of the order at a time.
  await tx.$queryRaw`SELECT 1 FROM dispatch_rule WHERE street_id = ${streetId}::uuid ORDER BY id FOR UPDATE`
  const rules = await tx.dispatchRule.findMany({
    where: { streetId, endedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, version: true },
  })
  const at = rules.findIndex((rule) => rule.id === id)
  const rule = rules[at]
  if (!rule) return refuse('not-found')
  if (rule.version !== version) return refuse('stale-version')
  const to = direction === 'up' ? at - 1 : at + 1
  const order = rules.map((one) => one.id)
  if (to < 0 || to >= order.length) return ok(null)
  ;[order[at], order[to]] = [order[to] as string, order[at] as string]
  for (const [position, ruleId] of order.entries())
    await tx.dispatchRule.updateMany({
      where: { streetId, id: ruleId, position: { not: position + 1 } },
      data: { position: position + 1 },
    })
  await recordAudit(act, {
    action: 'dispatch-rule.move',
    subject: subjectOf(id),
    changes: { position: { from: at + 1, to: to + 1 } },
  })
  return ok(null)
}
