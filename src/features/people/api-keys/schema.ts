import { z } from 'zod'
import { cursor, day, id, line } from '@/core/fields'

export const KEY_STATES = ['valid', 'expired', 'revoked'] as const

export const keyFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(KEY_STATES).optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type KeyFilter = z.output<typeof keyFilter>

export const newApiKey = z
  .strictObject({
    name: line(40),
    communityId: id().nullable(),
    /** The last day on which it holds. */
    endsOn: day().nullable(),
    report: z.boolean().default(true),
    read: z.boolean().default(false),
    places: z.boolean().default(false),
  })
  .refine(({ report, read, places }) => report || read || places, { error: 'required', path: ['report'] })
export type NewApiKey = z.output<typeof newApiKey>

export const apiKeyKey = z.strictObject({ id: id() })
