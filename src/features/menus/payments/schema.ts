import { z } from 'zod'
import { cursor, day, id, line, wholeNumber } from '@/core/fields'

export const WAYS = ['cash', 'transfer'] as const

export const paymentFilter = z.strictObject({
  community: id().optional(),
  day: day().optional(),
  size: z.coerce.number().int().min(10).max(100).default(50),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type PaymentFilter = z.output<typeof paymentFilter>

export const orderOfPayment = z.strictObject({ id: id() })
export const paymentKey = z.strictObject({ id: id() })

export const newPayment = z
  .strictObject({
    way: z.enum(WAYS),
    amountFen: wholeNumber(1, 100_000_000),
    receiptNumber: line(40).nullable(),
  })
  .refine(({ way, receiptNumber }) => way === 'cash' || receiptNumber !== null, {
    error: 'required',
    path: ['receiptNumber'],
  })
export type NewPayment = z.output<typeof newPayment>

export const correction = z.strictObject({ reason: line(200) })
export const newClosing = z.strictObject({ communityId: id(), day: day() })
