import { z } from 'zod'
import { day } from '@/core/fields'

export const GROUPINGS = ['community', 'zone', 'compound', 'category', 'worker', 'month'] as const
export type Grouping = (typeof GROUPINGS)[number]

export const reportFilter = z.strictObject({
  by: z.enum(GROUPINGS).default('community'),
  from: day().optional(),
  to: day().optional(),
  columns: z.string().max(200).optional(),
})
export type ReportFilter = z.output<typeof reportFilter>
