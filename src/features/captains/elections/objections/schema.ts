import { z } from 'zod'
import { id, paragraph, version } from '@/core/fields'

export const objectionDecision = z.strictObject({
  objectionId: id(),
  outcome: z.enum(['upheld', 'dismissed']),
  /** What was found, and why; the notice of the decision says so. */
  answer: paragraph(500),
  version: version(),
})
export type ObjectionDecision = z.output<typeof objectionDecision>
