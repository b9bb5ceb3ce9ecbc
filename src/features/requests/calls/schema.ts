import { z } from 'zod'
import { cursor, day, id, line, paragraph, version, wholeNumber } from '@/core/fields'

export const OUTCOMES = ['reached', 'not-reached', 'wrong-number', 'declined'] as const

const words = paragraph(1_000)

/** What came of a call; who was not reached is called again on another day. */
export const callRecord = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('reached'),
    version: version(),
    /** How well the work was done, in the eyes of who calls: never the resident's own stars. */
    quality: wholeNumber(1, 5),
    words,
  }),
  z.strictObject({
    outcome: z.literal('not-reached'),
    version: version(),
    againOn: day(),
    words: words.optional(),
  }),
  z.strictObject({ outcome: z.literal('wrong-number'), version: version(), words: words.optional() }),
  z.strictObject({ outcome: z.literal('declined'), version: version(), words: words.optional() }),
])
export type CallRecord = z.output<typeof callRecord>

export const callKey = z.strictObject({ id: id() })

export const callFilter = z.strictObject({
  q: line(60).optional(),
  show: z.enum(['due', 'later', 'done']).default('due'),
  outcome: z.enum(OUTCOMES).optional(),
  community: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type CallFilter = z.output<typeof callFilter>
