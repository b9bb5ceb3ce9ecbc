import { z } from 'zod'
import { cursor, id, line, paragraph, version } from '@/core/fields'
import { STATES } from '../life/schema'
import { unknownVariables } from './rules'

const words = () =>
  paragraph(1_000).refine((text) => unknownVariables(text).length === 0, { error: 'unknown-variable' })

const fields = {
  name: line(40),
  categoryId: id().nullable().default(null),
  state: z.enum(STATES).nullable().default(null),
  words: words(),
  wordsEn: words(),
}

export const newTemplate = z.strictObject(fields)
export type NewTemplate = z.output<typeof newTemplate>

export const templateChanges = z.strictObject({ ...fields, version: version() })
export type TemplateChanges = z.output<typeof templateChanges>

export const templateKey = z.strictObject({ id: id() })
export const templateVersion = z.strictObject({ version: version() })

export const templateFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(STATES).optional(),
  category: id().optional(),
  ended: z.enum(['yes']).optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type TemplateFilter = z.output<typeof templateFilter>
