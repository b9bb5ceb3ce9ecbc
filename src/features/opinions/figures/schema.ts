import { z } from 'zod'
import { id } from '@/core/fields'

const month = () => z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)

/** The months of which to count, both included; left out, the last twelve. */
export const figuresFilter = z.strictObject({
  from: month().optional(),
  to: month().optional(),
  community: id().optional(),
  columns: z.string().max(200).optional(),
})
export type FiguresFilter = z.output<typeof figuresFilter>
