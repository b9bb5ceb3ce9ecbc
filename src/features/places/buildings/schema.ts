import { z } from 'zod'
import { buildingNumber } from '@/core/building-numbers'
import { cursor, id, line, version, wholeNumber } from '@/core/fields'

export const SORTS = ['name', 'floors', 'householdCount'] as const

/** What a list of buildings can be asked for. */
export const buildingFilter = z.strictObject({
  q: line(60).optional(),
  community: id().optional(),
  compound: id().optional(),
  grid: id().optional(),
  captain: z.enum(['none', 'any']).optional(),
  ended: z.enum(['yes']).optional(),
  sort: z.enum(SORTS).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type BuildingFilter = z.output<typeof buildingFilter>

const fields = {
  /** As the compound writes it: 1幢, 1号楼, 甲栋. */
  name: line(20).refine((name) => buildingNumber(name) !== null, { error: 'building-number' }),
  gridId: id().nullable(),
  floors: wholeNumber(1, 120).nullable(),
  householdCount: wholeNumber(0, 10_000).nullable(),
}

export const newBuilding = z.strictObject({
  ...fields,
  compoundId: id(),
  stairwellCount: wholeNumber(1, 30),
})
export type NewBuilding = z.output<typeof newBuilding>

export const buildingChanges = z.strictObject({ ...fields, version: version() })
export type BuildingChanges = z.output<typeof buildingChanges>

export const buildingKey = z.strictObject({ id: id() })
export const buildingVersion = z.strictObject({ version: version() })
