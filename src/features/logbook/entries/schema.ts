import { z } from 'zod'
import { cursor, day, id, line, paragraph, version } from '@/core/fields'
import { phoneClock } from '@/core/phone-clock'

export const ROUNDS = ['hygiene', 'safety'] as const
export const KINDS = [...ROUNDS, 'mediation', 'opinion', 'visit', 'meeting', 'other'] as const
export type Kind = (typeof KINDS)[number]

export const MARKS = ['good', 'fair', 'bad'] as const
export type Mark = (typeof MARKS)[number]

const common = {
  /** Made by the phone: the same entry sent twice is one. */
  id: id(),
  buildingId: id(),
  made: phoneClock(),
}
const photoIds = z.array(id()).max(6).default([])
const words = paragraph(1_000)

/** One point of a round; a bad one is reported as a request unless it is known already. */
const point = z.strictObject({ checkpointId: id(), mark: z.enum(MARKS), report: z.boolean().default(false) })

const round = <Kind extends (typeof ROUNDS)[number]>(kind: Kind) =>
  z.strictObject({
    ...common,
    kind: z.literal(kind),
    stairwellId: id().optional(),
    points: z
      .array(point)
      .min(1)
      .max(40)
      .refine((points) => new Set(points.map(({ checkpointId }) => checkpointId)).size === points.length, {
        error: 'twice',
      }),
    words: words.optional(),
    photoIds,
  })

/** What a captain writes into the logbook. Of a mediation it says that it took place; what was said stands in the case. */
export const logEntry = z.discriminatedUnion('kind', [
  round('hygiene'),
  round('safety'),
  z.strictObject({ ...common, kind: z.literal('mediation') }),
  z.strictObject({ ...common, kind: z.literal('opinion'), words, photoIds }),
  z.strictObject({
    ...common,
    kind: z.literal('visit'),
    householdId: id(),
    mark: z.enum(MARKS),
    words: words.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('meeting'), words, photoIds }),
  z.strictObject({ ...common, kind: z.literal('other'), words, photoIds }),
])
export type NewEntry = z.output<typeof logEntry>

export const entryKey = z.strictObject({ id: id() })

/** What the list of entries can be asked for; every value comes from the page's address. */
export const entryFilter = z.strictObject({
  q: line(60).optional(),
  kind: z.enum(KINDS).optional(),
  mark: z.enum(MARKS).optional(),
  state: z.enum(['counted', 'aside', 'discarded']).default('counted'),
  community: id().optional(),
  compound: id().optional(),
  building: id().optional(),
  person: id().optional(),
  from: day().optional(),
  to: day().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type EntryFilter = z.output<typeof entryFilter>

/** What becomes of an entry that was kept aside. */
export const asideDecision = z.strictObject({ decision: z.enum(['count', 'discard']), version: version() })
export type AsideDecision = z.output<typeof asideDecision>
