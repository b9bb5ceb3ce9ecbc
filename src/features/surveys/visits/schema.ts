import { z } from 'zod'
import { cursor, day, id, line, paragraph, version } from '@/core/fields'
import { phoneClock } from '@/core/phone-clock'
import { SERVICE_CATEGORIES } from '@/core/service-categories'

export const PROMISE_STATES = ['open', 'kept', 'broken'] as const
export const MOST_PROMISES = 5

/** A visit as the phone sends it, perhaps long after; its id is the phone's, so that sent twice it is one. */
export const newVisit = z.strictObject({
  id: id(),
  buildingId: id(),
  householdId: id().nullable().default(null),
  topics: z.array(z.enum(SERVICE_CATEGORIES)).min(1).max(SERVICE_CATEGORIES.length),
  words: paragraph(1_000).nullable().default(null),
  promises: z
    .array(z.strictObject({ words: line(200), dueOn: day() }))
    .max(MOST_PROMISES)
    .default([]),
  made: phoneClock(),
})
export type NewVisit = z.output<typeof newVisit>

export const visitKey = z.strictObject({ id: id() })

export const visitFilter = z.strictObject({
  q: line(60).optional(),
  topic: z.enum(SERVICE_CATEGORIES).optional(),
  promise: z.enum([...PROMISE_STATES, 'overdue']).optional(),
  community: id().optional(),
  from: day().optional(),
  to: day().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type VisitFilter = z.output<typeof visitFilter>

export const promiseFilter = z.strictObject({
  state: z.enum([...PROMISE_STATES, 'overdue']).default('overdue'),
  community: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type PromiseFilter = z.output<typeof promiseFilter>

export const settlement = z
  .strictObject({
    state: z.enum(['kept', 'broken']),
    note: line(200).nullable().default(null),
    version: version(),
    /** When a phone settled it, where it was kept until now. */
    made: phoneClock().optional(),
  })
  .refine(({ state, note }) => state === 'kept' || note !== null, { error: 'required', path: ['note'] })
export type Settlement = z.output<typeof settlement>
