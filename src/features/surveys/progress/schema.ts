import { z } from 'zod'
import { id } from '@/core/fields'

export const LEVELS = ['community', 'grid', 'building'] as const
export type Level = (typeof LEVELS)[number]

export const progressFilter = z.strictObject({
  by: z.enum(LEVELS).default('community'),
  community: id().optional(),
  grid: id().optional(),
})
export type ProgressFilter = z.output<typeof progressFilter>
