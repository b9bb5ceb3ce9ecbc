import { z } from 'zod'
import { cursor, id, line, version } from '@/core/fields'

/** What a list of zones can be asked for. */
export const zoneFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(['provisional', 'confirmed']).optional(),
  lead: z.enum(['yes', 'no']).optional(),
  ended: z.enum(['yes']).optional(),
  sort: z.enum(['name']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type ZoneFilter = z.output<typeof zoneFilter>

export const newZone = z.strictObject({ name: line(40) })
export type NewZone = z.output<typeof newZone>

export const zoneChanges = z.strictObject({ name: line(40), version: version() })
export type ZoneChanges = z.output<typeof zoneChanges>

export const zoneKey = z.strictObject({ id: id() })
export const zoneVersion = z.strictObject({ version: version() })
