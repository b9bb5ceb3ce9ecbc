import { z } from 'zod'
import { cursor, id, line, version, wholeNumber } from '@/core/fields'

export const newRhythm = z.strictObject({ householdId: id(), everyDays: wholeNumber(1, 366) })
export type NewRhythm = z.output<typeof newRhythm>

export const rhythmChanges = z.strictObject({ everyDays: wholeNumber(1, 366), version: version() })
export type RhythmChanges = z.output<typeof rhythmChanges>

export const rhythmKey = z.strictObject({ id: id() })
export const rhythmVersion = z.strictObject({ version: version() })
export const householdSearch = z.strictObject({ q: line(60) })

export const rhythmFilter = z.strictObject({
  q: line(60).optional(),
  community: id().optional(),
  due: z.enum(['all', 'overdue']).default('all'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type RhythmFilter = z.output<typeof rhythmFilter>
