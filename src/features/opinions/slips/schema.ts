import { z } from 'zod'
import { id } from '@/core/fields'
import { opinionWords } from '../schema'

/** A slip that lay in a box when it was emptied; the id comes with it, so that a slip that is sent twice is one. */
export const newSlip = z.strictObject({
  id: z.uuidv4(),
  roundId: id(),
  /** The building that a slip from a compound's box names; null is where the box hangs. */
  buildingId: id().nullable().default(null),
  ...opinionWords,
})
export type NewSlip = z.output<typeof newSlip>
