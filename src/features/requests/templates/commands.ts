import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { findTemplate } from './queries'
import type { NewTemplate, TemplateChanges } from './schema'

const subjectOf = (id: string) => ({ kind: 'reply-template', id })

const isCategoryUnknown = async ({ tx, principal }: Act, categoryId: string | null): Promise<boolean> =>
  categoryId !== null &&
  (await tx.requestCategory.count({ where: { streetId: principal.streetId, id: categoryId } })) === 0

const UNKNOWN = { categoryId: 'unknown-reference' } as const

/** Adds words for a step, for all categories and states or for some. */
export async function addTemplate(
  act: Act,
  template: NewTemplate,
): Promise<Result<{ id: string }, 'unknown-reference'>> {
  const { tx, principal, now } = act
  if (await isCategoryUnknown(act, template.categoryId)) return refuse('unknown-reference', UNKNOWN)
  const id = uuidv7(now)
  await tx.replyTemplate.create({
    data: { ...template, streetId: principal.streetId, id, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'reply-template.add',
    subject: subjectOf(id),
    changes: changesBetween({}, template),
  })
  return ok({ id })
}

export async function changeTemplate(
  act: Act,
  id: string,
  { version, ...changes }: TemplateChanges,
): Promise<
  Result<{ id: string; version: number }, 'not-found' | 'has-ended' | 'stale-version' | 'unknown-reference'>
> {
  const { tx, principal } = act
  const before = await findTemplate(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (await isCategoryUnknown(act, changes.categoryId)) return refuse('unknown-reference', UNKNOWN)
  const written = await tx.replyTemplate.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...changes, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'reply-template.change',
    subject: subjectOf(id),
    changes: changesBetween({ ...before, categoryId: before.category?.id ?? null }, changes),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a template out of use; what was written with it stays. */
export async function endTemplate(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal, now } = act
  const before = await findTemplate(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  const written = await tx.replyTemplate.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'reply-template.end', subject: subjectOf(id) })
  return ok(null)
}

/** What a street begins with. */
const SEED = [
  [
    '受理：一般',
    'submitted',
    '您反映的{category}（{number}）已收到，我们会尽快安排人员处理，请在{due}前留意进展。',
    'We have your report {number} ({category}) and will see to it by {due}.',
  ],
  [
    '不予受理：不在职责范围',
    'submitted',
    '您反映的问题不在街道物业服务范围内，建议拨打12345转有关部门。如有新情况，请再告诉我们。',
    'This is outside what the street’s property service may do; please call 12345. Tell us if anything changes.',
  ],
  [
    '挂起：等配件',
    'in_progress',
    '维修{compound}{building}需要更换配件，配件到货后马上继续，给您带来不便请谅解。',
    'A part for {compound} {building} has to be ordered; work goes on as soon as it is here.',
  ],
  [
    '请补充：地点',
    'in_progress',
    '请补充具体位置（楼层、方位），方便师傅找到。',
    'Please tell us the exact place (floor, side), so that the worker finds it.',
  ],
  [
    '转办：专业单位',
    'in_progress',
    '此问题需由专业单位处理，我们已转办并跟踪进度，有结果马上告诉您。',
    'A specialist body has to do this; we have passed it on and will tell you the result.',
  ],
  [
    '完成：已修复',
    'in_progress',
    '{compound}{building}的{category}已于{today}处理完毕，如有问题请随时反映。',
    'The matter in {compound} {building} was fixed on {today}; tell us if it comes back.',
  ],
] as const

/** Gives a street without reply templates those it starts with. */
export async function seedTemplates(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.replyTemplate.count({ where: { streetId } })) > 0) return
  await tx.replyTemplate.createMany({
    data: SEED.map(([name, state, words, wordsEn], place) => ({
      streetId,
      id: uuidv7(now),
      name,
      state,
      words,
      wordsEn,
      createdAt: new Date(now.getTime() + place),
    })),
  })
}
