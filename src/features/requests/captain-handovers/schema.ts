import { z } from 'zod'
import { cursor, day, id, line, paragraph, version } from '@/core/fields'

export const handoverFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(['open', 'done']).optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type HandoverFilter = z.output<typeof handoverFilter>

export const newHandover = z.strictObject({
  appointmentId: id(),
  /** What the list does not say, such as where the keys are. */
  words: paragraph(1_000).nullable(),
})
export type NewHandover = z.output<typeof newHandover>

/** Who goes has given, who comes has taken over. */
export const SIDES = ['given', 'taken'] as const

export const handoverSignature = z.strictObject({ side: z.enum(SIDES), day: day(), version: version() })
export type HandoverSignature = z.output<typeof handoverSignature>

export const handoverKey = z.strictObject({ id: id() })

/** What lies open when a captain goes, as it is kept with the first signature. */
export const openThings = z.object({
  requests: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      category: z.string(),
      categoryEn: z.string(),
      state: z.string(),
      building: z.string(),
    }),
  ),
  rounds: z.array(
    z.object({ day: z.string(), kind: z.string(), building: z.string(), words: z.string().nullable() }),
  ),
  materials: z.array(z.object({ kind: z.string(), quantity: z.number() })),
})
export type OpenThings = z.output<typeof openThings>
