import { z } from 'zod'
import { day, id, line } from '@/core/fields'

export const wageKey = z.strictObject({ id: id() })
export const wageReason = z.strictObject({ reason: line(200) })

/** A monthly wage in yuan, to the fen, from a day on. */
export const newWage = z.strictObject({
  startsOn: day(),
  monthlyYuan: z.number().min(1).max(1_000_000).multipleOf(0.01),
})
export type NewWage = z.output<typeof newWage>
