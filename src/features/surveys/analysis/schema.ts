import { z } from 'zod'
import { id, line } from '@/core/fields'

export const GROUPINGS = ['none', 'community', 'compound', 'grid', 'age'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** As the forms name their questions. */
export const questionKey = () => z.string().regex(/^[a-z][a-z0-9_]{0,19}$/)

export const surveyKey = z.strictObject({ id: id() })

export const analysisFilter = z.strictObject({
  by: z.enum(GROUPINGS).default('none'),
  question: questionKey().optional(),
  /** What the chart of a crossed question compares: an option, or a row and an option of a matrix. */
  item: line(90).optional(),
  community: id().optional(),
  compound: id().optional(),
  weights: z.enum(['compound', 'community', 'none']).default('compound'),
})
export type AnalysisFilter = z.output<typeof analysisFilter>
