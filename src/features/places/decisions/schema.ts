import { z } from 'zod'
import { day, id, paragraph, version } from '@/core/fields'

/** What every decision on a compound is recorded with: what shows it, and the day on which it was made. */
export const decided = {
  evidence: paragraph(1_000),
  decidedOn: day(),
  version: version(),
}
export type Decided = z.output<z.ZodObject<typeof decided>>

export const decidedCompound = z.strictObject({ id: id() })
