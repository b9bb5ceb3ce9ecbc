import { z } from 'zod'
import { id, line, version, wholeNumber } from '@/core/fields'

export const DANGERS = ['110', '119', '120', '12345'] as const

export const categoryFilter = z.strictObject({
  q: line(60).optional(),
  ended: z.enum(['yes']).optional(),
  columns: z.string().max(200).optional(),
})
export type CategoryFilter = z.output<typeof categoryFilter>

const fields = {
  name: line(30),
  nameEn: line(60),
  group: line(20),
  groupEn: line(40),
  hint: line(100).nullable(),
  hintEn: line(200).nullable(),
  /** The number to call first where life is in danger. */
  danger: z.enum(DANGERS).nullable(),
  /** The post that deals with it. */
  skill: line(30).nullable(),
  position: wholeNumber(0, 999),
}

export const newCategory = z.strictObject({
  ...fields,
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, { error: 'category-code' }),
})
export type NewCategory = z.output<typeof newCategory>

export const categoryChanges = z.strictObject({ ...fields, version: version() })
export type CategoryChanges = z.output<typeof categoryChanges>

export const categoryKey = z.strictObject({ id: id() })
export const categoryVersion = z.strictObject({ version: version() })
