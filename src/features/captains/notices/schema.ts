import { z } from 'zod'
import { cursor, day, id, line, version } from '@/core/fields'

const MOBILE = /1[3-9](?:[\s-]*\d){9}/

/** A notice is read by every captain of the grid: nobody's mobile number stands in it. */
const words = () => line(200).refine((text) => !MOBILE.test(text), { error: 'mobile-in-words' })

const notice = { words: words(), from: day(), until: day() }

export const newNotice = z.strictObject({ gridId: id(), ...notice })
export type NewNotice = z.output<typeof newNotice>

export const noticeChanges = z.strictObject({ ...notice, version: version() })
export type NoticeChanges = z.output<typeof noticeChanges>

export const noticeKey = z.strictObject({ id: id() })
export const noticeVersion = z.strictObject({ version: version() })

export const noticeFilter = z.strictObject({
  q: line(60).optional(),
  show: z.enum(['all', 'past']).default('all'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type NoticeFilter = z.output<typeof noticeFilter>
