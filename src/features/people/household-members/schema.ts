import { z } from 'zod'
import { cursor, id, line, version } from '@/core/fields'

export const MEMBER_STATES = ['claimed', 'confirmed', 'refused', 'ended'] as const

export const memberFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(MEMBER_STATES).default('claimed'),
  community: id().optional(),
  building: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type MemberFilter = z.output<typeof memberFilter>

export const memberKey = z.strictObject({ id: id() })
export const memberVersion = z.strictObject({ version: version() })
export const memberReason = z.strictObject({ version: version(), reason: line(200) })
export const contactReason = z.strictObject({ reason: line(200) })
