import { z } from 'zod'
import { decided } from '../decisions/schema'

/** How many stars a compound's service is worth after the standard, and what it was decided on. */
export const starRating = z.strictObject({
  ...decided,
  stars: z.enum(['1', '2', '3', '4', '5']).transform(Number),
})
