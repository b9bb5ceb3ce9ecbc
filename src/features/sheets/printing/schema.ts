import { z } from 'zod'
import { id } from '@/core/fields'

/** What is printed as one job: a compound, a building or a zone. */
export const printJob = z
  .strictObject({
    compound: id().optional(),
    building: id().optional(),
    zone: id().optional(),
    lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
  })
  .refine(({ compound, building, zone }) => [compound, building, zone].filter(Boolean).length === 1, {
    error: 'one-of-them',
    path: ['compound'],
  })
