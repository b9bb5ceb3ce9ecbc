import { z } from 'zod'
import { cursor, id, line } from '@/core/fields'

const month = () => z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

export const roundsFilter = z.strictObject({
  month: month().optional(),
  q: line(60).optional(),
  community: id().optional(),
  compound: id().optional(),
  show: z.enum(['all', 'behind', 'nobody']).default('all'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type RoundsFilter = z.output<typeof roundsFilter>
