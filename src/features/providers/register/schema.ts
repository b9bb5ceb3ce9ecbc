import { z } from 'zod'
import { cursor, id, line, phone, version } from '@/core/fields'
import { CHINA } from '@/core/geo'

export const FEES = ['free', 'paid'] as const

/** What a list of providers can be asked for. `unclear` finds those whose hours are written so that nobody can tell when they are open. */
export const providerFilter = z.strictObject({
  q: line(60).optional(),
  category: line(30).optional(),
  fee: z.enum(FEES).optional(),
  hours: z.enum(['unclear', 'missing']).optional(),
  consent: z.enum(['yes', 'no']).optional(),
  ended: z.enum(['yes']).optional(),
  sort: z.enum(['name', 'category']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type ProviderFilter = z.output<typeof providerFilter>

const fields = {
  category: line(30),
  name: line(60),
  contactName: line(40).nullable(),
  phone: phone().nullable(),
  address: line(120).nullable(),
  /** What the place does, as its category does not say. */
  offers: line(60).nullable(),
  fee: z.enum(FEES),
  hoursText: line(120).nullable(),
  longitude: z
    .number()
    .min(CHINA.west, { error: 'coordinates' })
    .max(CHINA.east, { error: 'coordinates' })
    .nullable(),
  latitude: z
    .number()
    .min(CHINA.south, { error: 'coordinates' })
    .max(CHINA.north, { error: 'coordinates' })
    .nullable(),
}

const placed = (provider: { longitude: number | null; latitude: number | null }): boolean =>
  (provider.longitude === null) === (provider.latitude === null)
const PLACED = { error: 'both-coordinates', path: ['latitude'] }

export const newProvider = z.strictObject(fields).refine(placed, PLACED)
export type NewProvider = z.output<typeof newProvider>

/** A change leaves the number as it is unless a new one is given or it is removed: the form does not show it. */
export const providerChanges = z
  .strictObject({
    ...fields,
    phone: phone().optional(),
    removePhone: z.boolean().default(false),
    version: version(),
  })
  .refine(placed, PLACED)
export type ProviderChanges = z.output<typeof providerChanges>

export const providerKey = z.strictObject({ id: id() })
export const providerVersion = z.strictObject({ version: version() })
export const contactReason = z.strictObject({ reason: line(200) })
