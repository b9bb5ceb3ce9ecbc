import { z } from 'zod'
import { cursor, id, line, paragraph, phone, version, wholeNumber } from '@/core/fields'
import { trackKey } from '@/features/requests/tracks/schema'

export const ORDER_STATES = ['open', 'done', 'cancelled'] as const
export const PAID = ['due', 'paid'] as const

export const orderFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(ORDER_STATES).optional(),
  paid: z.enum(PAID).optional(),
  compound: id().optional(),
  service: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type OrderFilter = z.output<typeof orderFilter>

export const orderKey = z.strictObject({ id: id() })

const instant = z.iso.datetime({ offset: true })

/** An order as a resident places it; `id` is drawn by the page, so that sending it again is the same order. */
const fields = {
  id: id(),
  itemId: id(),
  compoundId: id(),
  buildingId: id(),
  room: line(20),
  /** The beginning of one of the offered times; null where the office arranges it. */
  startsAt: instant.nullable(),
  quantity: wholeNumber(1, 99),
  name: line(40),
  phone: phone(),
  words: paragraph(500).nullable(),
}

export const newOrder = z.strictObject(fields)
export type NewOrder = z.output<typeof newOrder>

export const orderMove = z.strictObject({ version: version(), startsAt: instant })
export const orderCancellation = z.strictObject({ version: version(), reason: line(200) })

export const trackedMove = z.strictObject({ startsAt: instant })
export const trackedCancellation = z.strictObject({ reason: line(200).optional() })
export { trackKey }
