import { z } from 'zod'
import { id, line, timeOfDay, version } from '@/core/fields'

const fields = {
  name: line(40),
  categoryId: id().nullable(),
  compoundId: id().nullable(),
  zoneId: id().nullable(),
  /** The post that the category asks for. */
  skill: line(30).nullable(),
  monday: z.boolean(),
  tuesday: z.boolean(),
  wednesday: z.boolean(),
  thursday: z.boolean(),
  friday: z.boolean(),
  saturday: z.boolean(),
  sunday: z.boolean(),
  from: timeOfDay().nullable(),
  to: timeOfDay().nullable(),
  workerId: id().nullable(),
  toZoneCrew: z.boolean(),
}

const bothTimes = (rule: { from: string | null; to: string | null }): boolean =>
  (rule.from === null) === (rule.to === null)
const BOTH = { error: 'both-times', path: ['to'] }
const someTarget = (rule: { workerId: string | null; toZoneCrew: boolean }): boolean =>
  rule.workerId !== null || rule.toZoneCrew
const TARGET = { error: 'required', path: ['workerId'] }

export const newRule = z.strictObject(fields).refine(bothTimes, BOTH).refine(someTarget, TARGET)
export type NewRule = z.output<typeof newRule>

export const ruleChanges = z
  .strictObject({ ...fields, version: version() })
  .refine(bothTimes, BOTH)
  .refine(someTarget, TARGET)
export type RuleChanges = z.output<typeof ruleChanges>

export const ruleKey = z.strictObject({ id: id() })
export const ruleVersion = z.strictObject({ version: version() })
export const ruleMove = z.strictObject({ direction: z.enum(['up', 'down']), version: version() })

export const trialFilter = z.strictObject({
  rule: z.union([z.literal('none'), id()]).optional(),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
})

export const workerSearch = z.strictObject({ q: line(60) })
