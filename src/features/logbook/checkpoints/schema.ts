import { z } from 'zod'
import { cursor, id, line, version, wholeNumber } from '@/core/fields'
import { ROUNDS } from '../entries/schema'

const words = {
  name: line(40),
  nameEn: line(80),
  categoryId: id().nullable().default(null),
  position: wholeNumber(0, 999).default(100),
}

export const newCheckpoint = z.strictObject({
  kind: z.enum(ROUNDS),
  buildingId: id().nullable().default(null),
  ...words,
})
export type NewCheckpoint = z.output<typeof newCheckpoint>

export const checkpointChanges = z.strictObject({ ...words, version: version() })
export type CheckpointChanges = z.output<typeof checkpointChanges>

export const checkpointKey = z.strictObject({ id: id() })
export const checkpointVersion = z.strictObject({ version: version() })
export const leftOutAt = z.strictObject({ buildingId: id(), leftOut: z.boolean() })

export const checkpointFilter = z.strictObject({
  q: line(60).optional(),
  kind: z.enum(ROUNDS).optional(),
  reach: z.enum(['all', 'general', 'building']).default('all'),
  ended: z.enum(['no', 'yes']).default('no'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type CheckpointFilter = z.output<typeof checkpointFilter>
