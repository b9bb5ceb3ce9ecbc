import { z } from 'zod'
import { cursor, id, line, version } from '@/core/fields'

/** Whether paper hangs on a board, and whether it still says what holds. */
export const BOARD_STATES = ['never', 'outdated', 'current'] as const

/** What a list of notice boards can be asked for. */
export const boardFilter = z.strictObject({
  q: line(60).optional(),
  community: id().optional(),
  compound: id().optional(),
  building: id().optional(),
  zone: id().optional(),
  state: z.enum(BOARD_STATES).optional(),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type BoardFilter = z.output<typeof boardFilter>

export const boardKey = z.strictObject({ boardId: id() })
export const hungVersion = z.strictObject({ version: version() })
export const hungMark = z.strictObject({ hungId: id() })
export const codeInForce = z.strictObject({ code: line(32) })

export const compoundToHang = z.strictObject({ compound: id() })

/** Marks what the preview showed: those boards with those versions, and nothing else. */
export const hangingOfCompound = z.strictObject({ compoundId: id(), seen: line(64) })
export type HangingOfCompound = z.output<typeof hangingOfCompound>
