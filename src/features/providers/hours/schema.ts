import { z } from 'zod'

const minute = z.int().min(0)
const span = z
  .tuple([minute.max(1439), minute.max(2879)])
  .refine(([from, to]) => to > from && to - from <= 1440)
const dayHours = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open'), spans: z.array(span).min(1).max(8) }),
  z.strictObject({ kind: z.literal('by-appointment') }),
  z.strictObject({ kind: z.literal('closed') }),
])
const week = z.strictObject({ days: z.array(dayHours).length(7), holiday: dayHours })
const dateOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** Service hours as they are stored; what does not match was written by another version and is read again. */
export const serviceHoursSchema = z.strictObject({
  week,
  summer: z.strictObject({ from: dateOfYear, to: dateOfYear, week }).nullable(),
  otherwiseByAppointment: z.boolean(),
})
