import { z } from 'zod'
import { cursor, day, id, line } from '@/core/fields'
import { STATES } from '../life/schema'

export const SOURCES = [
  'sheet',
  'account',
  'phone',
  'visit',
  'opinion_box',
  'hotline',
  'open311',
  'staff',
] as const

/** What the board can be asked for; every value comes from the page's address. */
export const boardFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(['open', 'all', ...STATES]).default('open'),
  late: z.enum(['late', 'soon', 'thrice']).optional(),
  category: id().optional(),
  community: id().optional(),
  compound: id().optional(),
  zone: id().optional(),
  worker: id().optional(),
  source: z.enum(SOURCES).optional(),
  from: day().optional(),
  to: day().optional(),
  sort: z.enum(['due', 'created']).default('due'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type BoardFilter = z.output<typeof boardFilter>
