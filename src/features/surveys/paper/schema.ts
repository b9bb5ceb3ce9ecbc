import { z } from 'zod'
import { id, line } from '@/core/fields'

/** Which questionnaires are printed: those issued on paper that are not back yet, of a part or from a number on. */
export const paperJob = z.strictObject({
  community: id().optional(),
  building: id().optional(),
  from: line(20).optional(),
  lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
})
export type PaperJob = z.output<typeof paperJob>
