import { z } from 'zod'
import { id, paragraph, version } from '@/core/fields'

/** As many as one page of the board shows at a time, and as a transaction of under a second takes. */
export const MOST_AT_ONCE = 30

const picked = z
  .array(z.strictObject({ id: id(), version: version() }))
  .min(1)
  .max(MOST_AT_ONCE)

export const dispatchPreview = z.strictObject({ requests: picked })
export type DispatchPreview = z.output<typeof dispatchPreview>

export const dispatchMany = z.strictObject({
  requests: picked,
  workerId: id(),
  words: paragraph(1_000).optional(),
})
export type DispatchMany = z.output<typeof dispatchMany>
