import { z } from 'zod'
import { cursor, id, line, phone, version } from '@/core/fields'

/** What a list of communities can be asked for. */
export const communityFilter = z.strictObject({
  q: line(60).optional(),
  ended: z.enum(['yes']).optional(),
  sort: z.enum(['name', 'code']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type CommunityFilter = z.output<typeof communityFilter>

/** The community's office as its notices tell it: the number is a public one. */
const office = {
  officePhone: phone().nullable(),
  officeAddress: line(100).nullable(),
  officeHours: line(100).nullable(),
}

const fields = {
  name: line(40),
  code: z
    .string()
    .regex(/^\d{12}$/, { error: 'community-code' })
    .nullable(),
  ...office,
}

export const newCommunity = z.strictObject(fields)
export type NewCommunity = z.output<typeof newCommunity>

export const communityChanges = z.strictObject({ ...fields, version: version() })
export type CommunityChanges = z.output<typeof communityChanges>

export const officeChanges = z.strictObject({ ...office, version: version() })
export type OfficeChanges = z.output<typeof officeChanges>

export const communityKey = z.strictObject({ id: id() })
export const communityVersion = z.strictObject({ version: version() })
