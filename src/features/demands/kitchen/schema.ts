import { z } from 'zod'
import { cursor, id, paragraph, version } from '@/core/fields'

export const COVERAGES = ['full', 'partly'] as const
export const BOARD_BY = ['zone', 'compound'] as const

export const boardFilter = z.strictObject({
  by: z.enum(BOARD_BY).default('zone'),
  zone: id().optional(),
  compound: id().optional(),
})
export type BoardFilter = z.output<typeof boardFilter>

export const suggestionFilter = z.strictObject({
  demand: id(),
  zone: id().optional(),
  compound: id().optional(),
})
export type SuggestionFilter = z.output<typeof suggestionFilter>

export const matchFilter = z.strictObject({
  demand: id().optional(),
  resource: id().optional(),
  zone: id().optional(),
  ended: z.enum(['yes']).optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type MatchFilter = z.output<typeof matchFilter>

export const matchKey = z.strictObject({ id: id() })
export const matchVersion = z.strictObject({ version: version() })

export const newMatch = z
  .strictObject({
    demandId: id(),
    resourceId: id(),
    zoneId: id().nullable().default(null),
    compoundId: id().nullable().default(null),
    coverage: z.enum(COVERAGES),
    reason: paragraph(500),
  })
  .refine(({ zoneId, compoundId }) => zoneId === null || compoundId === null, {
    error: 'one-area',
    path: ['compoundId'],
  })
export type NewMatch = z.output<typeof newMatch>
