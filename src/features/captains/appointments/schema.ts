import { z } from 'zod'
import { cursor, day, id, line, phone, version } from '@/core/fields'

/** What a list of captains can be asked for; `hidden` finds numbers that no consent lets onto a sheet. */
export const captainFilter = z.strictObject({
  q: line(60).optional(),
  community: id().optional(),
  compound: id().optional(),
  state: z.enum(['now', 'upcoming', 'ended', 'all']).default('now'),
  phone: z.enum(['none', 'hidden']).optional(),
  sort: z.enum(['name', 'startsOn']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type CaptainFilter = z.output<typeof captainFilter>

const shared = {
  name: line(40),
  buildingIds: z
    .array(id())
    .max(20)
    .refine((ids) => ids.length > 0, { error: 'required' }),
  duties: z.array(line(30)).max(20),
  doorPlaque: z.boolean(),
}

export const newCaptain = z.strictObject({ ...shared, phone: phone().nullable(), startsOn: day() })
export type NewCaptain = z.output<typeof newCaptain>

/** A change leaves the number as it is unless a new one is given or it is removed: the form does not show it. */
export const captainChanges = z.strictObject({
  ...shared,
  phone: phone().optional(),
  removePhone: z.boolean().default(false),
  version: version(),
})
export type CaptainChanges = z.output<typeof captainChanges>

/** Why a term ends; `succeeded` is written by an election that appoints the next captain. */
export const END_KINDS = ['resigned', 'removed', 'moved', 'expired', 'other'] as const

export const captainEnd = z.strictObject({
  version: version(),
  endsOn: day(),
  kind: z.enum(END_KINDS).default('other'),
  reason: line(200),
})
export type CaptainEnd = z.output<typeof captainEnd>

export const captainKey = z.strictObject({ id: id() })
