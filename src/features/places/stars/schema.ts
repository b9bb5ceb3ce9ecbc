import { z } from 'zod'
import { day, id, paragraph, version } from '@/core/fields'

/** How many stars a compound's service is worth after the standard, what shows it, and the day on which that was decided. */
export const starRating = z.strictObject({
  stars: z.enum(['1', '2', '3', '4', '5']).transform(Number),
  evidence: paragraph(1_000),
  decidedOn: day(),
  version: version(),
})
export type StarRating = z.output<typeof starRating>

export const ratedCompound = z.strictObject({ id: id() })
