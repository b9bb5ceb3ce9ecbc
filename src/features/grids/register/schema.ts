import { z } from 'zod'
import { cursor, id, line, version, wholeNumber } from '@/core/fields'

export const FORCES = ['civilised_city', 'social_governance', 'urban_management'] as const

/** What a list of grids can be asked for; every value comes from the page's address. */
export const gridFilter = z.strictObject({
  q: line(60).optional(),
  community: id().optional(),
  compound: id().optional(),
  force: z.enum(FORCES).optional(),
  members: z.enum(['none', 'some']).optional(),
  ended: z.enum(['yes']).optional(),
  sort: z.enum(['name', 'code', 'buildingCount']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type GridFilter = z.output<typeof gridFilter>

const fields = {
  communityId: id(),
  code: line(30),
  name: line(60),
  branchName: line(60).nullable(),
  buildingCount: wholeNumber(0, 100_000).nullable(),
  civilisedCity: z.boolean(),
  socialGovernance: z.boolean(),
  urbanManagement: z.boolean(),
  compoundIds: z.array(id()).max(60),
}

export const newGrid = z.strictObject(fields)
export type NewGrid = z.output<typeof newGrid>

export const gridChanges = z.strictObject({ ...fields, version: version() })
export type GridChanges = z.output<typeof gridChanges>

export const gridKey = z.strictObject({ id: id() })
export const gridVersion = z.strictObject({ version: version() })
export const compoundSearch = z.strictObject({ q: line(60).optional() })
