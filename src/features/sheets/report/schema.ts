import { z } from 'zod'
import { id, line, paragraph, phone } from '@/core/fields'

export const WHERES = ['stairwell', 'building', 'compound'] as const
export const MOST_PHOTOS = 6

const empty = (text: string) => (text.trim() === '' ? undefined : text)
const optional = (schema: z.ZodType<string, string>) => z.string().transform(empty).pipe(schema.optional())

/** What the form on the stairwell's sheet sends, as text from an HTML form. */
export const publicReport = z.strictObject({
  categoryId: z.string().min(1).pipe(id()),
  words: paragraph(2_000),
  where: z.enum(WHERES),
  place: optional(line(100)),
  reporterName: optional(line(40)),
  reporterPhone: optional(phone()),
})
export type PublicReport = z.output<typeof publicReport>

export const FIELDS = ['categoryId', 'words', 'where', 'place', 'reporterName', 'reporterPhone'] as const
export type Field = (typeof FIELDS)[number]
export type Typed = Record<Field, string>

export const NOTHING_TYPED: Typed = {
  categoryId: '',
  words: '',
  where: 'stairwell',
  place: '',
  reporterName: '',
  reporterPhone: '',
}
