import { z } from 'zod'
import { id, version } from '@/core/fields'

/** Compounds as they were read, and the zone they shall be in; null takes them out of any. */
export const compoundMoves = z
  .strictObject({
    zoneId: id().nullable(),
    compounds: z
      .array(z.strictObject({ id: id(), version: version() }))
      .min(1)
      .max(200),
  })
  .refine(({ compounds }) => new Set(compounds.map((compound) => compound.id)).size === compounds.length, {
    error: 'not-right',
    path: ['compounds'],
  })
export type CompoundMoves = z.output<typeof compoundMoves>
