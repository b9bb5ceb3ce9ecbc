import { z } from 'zod'
import { cursor, day, id, line, version, wholeNumber } from '@/core/fields'

/** Whose slips a box gathers: the building's that it hangs at, or the whole compound's. */
export const SERVES = ['building', 'compound'] as const

export const newBox = z.strictObject({
  buildingId: id(),
  serves: z.enum(SERVES).default('building'),
  place: line(60),
  since: day(),
})
export type NewBox = z.output<typeof newBox>

export const boxChanges = z.strictObject({
  serves: z.enum(SERVES),
  place: line(60),
  since: day(),
  version: version(),
})
export type BoxChanges = z.output<typeof boxChanges>

export const boxKey = z.strictObject({ id: id() })
export const boxVersion = z.strictObject({ version: version() })

/** One emptying: when, who else was there, and how many slips lay in the box; none is an answer too. */
export const emptying = z.strictObject({
  emptiedAt: z.iso.datetime({ offset: true }).refine((text) => text >= '2000' && text < '2200'),
  witness: line(30),
  slips: wholeNumber(0, 1_000),
})
export type Emptying = z.output<typeof emptying>

export const boxFilter = z.strictObject({
  q: line(60).optional(),
  show: z.enum(['all', 'overdue', 'untyped', 'ended']).default('all'),
  community: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type BoxFilter = z.output<typeof boxFilter>
