import { z } from 'zod'
import { cursor, id, line, paragraph, version } from '@/core/fields'
import { STATES } from '../life/schema'

/** What a template may name in braces; nothing of them says who reported. */
export const VARIABLES = ['number', 'category', 'compound', 'building', 'due', 'today'] as const

export const NAMED = /\{([^{}]*)\}/g

/** The names in braces that stand for nothing. */
export const unknownVariables = (text: string): string[] =>
  [...text.matchAll(NAMED)]
    .map(([, name = '']) => name.trim())
    .filter((name) => !(VARIABLES as readonly string[]).includes(name))

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
