import { z } from 'zod'
import { cursor, day, id, line, phone, version } from '@/core/fields'

const POSTS = ['full_time', 'part_time'] as const

/** What a list of grid members can be asked for. */
export const memberFilter = z.strictObject({
  q: line(60).optional(),
  community: id().optional(),
  grid: id().optional(),
  post: z.enum(POSTS).optional(),
  state: z.enum(['now', 'upcoming', 'ended', 'all']).default('now'),
  phone: z.enum(['none']).optional(),
  sort: z.enum(['name', 'startsOn']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type MemberFilter = z.output<typeof memberFilter>

const shared = { name: line(40), post: z.enum(POSTS) }

export const newMember = z.strictObject({
  ...shared,
  gridId: id(),
  phone: phone().nullable(),
  startsOn: day(),
})
export type NewMember = z.output<typeof newMember>

/** A change leaves the number as it is unless a new one is given or it is removed: the form does not show it. */
export const memberChanges = z.strictObject({
  ...shared,
  phone: phone().optional(),
  removePhone: z.boolean().default(false),
  version: version(),
})
export type MemberChanges = z.output<typeof memberChanges>

export const memberEnd = z.strictObject({ version: version(), endsOn: day(), reason: line(200) })
export type MemberEnd = z.output<typeof memberEnd>

export const memberKey = z.strictObject({ id: id() })
export const gridSearch = z.strictObject({ q: line(60).optional() })
