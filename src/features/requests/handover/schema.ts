import { z } from 'zod'
import { cursor, day, line, paragraph } from '@/core/fields'

export const SHIFTS = ['day', 'evening', 'night'] as const

export const noteFilter = z.strictObject({
  q: line(60).optional(),
  from: day().optional(),
  to: day().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type NoteFilter = z.output<typeof noteFilter>

export const newNote = z.strictObject({ shift: z.enum(SHIFTS), words: paragraph(2_000) })
export type NewNote = z.output<typeof newNote>
