import { z } from 'zod'
import { cursor, id, line, version, wholeNumber } from '@/core/fields'
import { CHINA } from '@/core/geo'

export const STAGES = ['none', 'managed', 'good'] as const
export const SORTS = ['name', 'builtYear', 'householdCount', 'over60', 'areaSquareMetres'] as const

/** What a list of compounds can be asked for; every value comes from the page's address. */
export const compoundFilter = z.strictObject({
  q: line(60).optional(),
  community: id().optional(),
  zone: id().optional(),
  stage: z.enum(STAGES).optional(),
  pilot: z.enum(['yes', 'no']).optional(),
  ended: z.enum(['yes']).optional(),
  sort: z.enum(SORTS).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type CompoundFilter = z.output<typeof compoundFilter>

const count = () => wholeNumber(0, 1_000_000).nullable()

const fields = {
  communityId: id(),
  name: line(60),
  builtYear: wholeNumber(1900, 2100).nullable(),
  buildingCount: count(),
  stairwellCount: count(),
  householdCount: count(),
  population: count(),
  over60: count(),
  areaSquareMetres: wholeNumber(0, 100_000_000).nullable(),
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
  facilities: z.array(line(30)).max(40),
  pilot: z.boolean(),
}

const placed = (compound: { longitude: number | null; latitude: number | null }): boolean =>
  (compound.longitude === null) === (compound.latitude === null)
const PLACED = { error: 'both-coordinates', path: ['latitude'] }

export const newCompound = z.strictObject(fields).refine(placed, PLACED)
export type NewCompound = z.output<typeof newCompound>

export const compoundChanges = z.strictObject({ ...fields, version: version() }).refine(placed, PLACED)
export type CompoundChanges = z.output<typeof compoundChanges>

export const compoundKey = z.strictObject({ id: id() })
export const compoundVersion = z.strictObject({ version: version() })
