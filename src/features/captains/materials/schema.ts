import { z } from 'zod'
import { cursor, day, id, line, wholeNumber } from '@/core/fields'

export const KINDS = ['logbook', 'opinion_box', 'canvas_bag', 'door_plaque'] as const
export type Kind = (typeof KINDS)[number]
export const MOVES = ['received', 'issued', 'signed', 'returned', 'replaced', 'lost'] as const

/** What the ledger can be asked for; `takeBack` finds plaques whose consent has been withdrawn. */
export const materialFilter = z.strictObject({
  q: line(60).optional(),
  kind: z.enum(KINDS).optional(),
  move: z.enum(MOVES).optional(),
  state: z.enum(['unsigned', 'out', 'takeBack']).optional(),
  community: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type MaterialFilter = z.output<typeof materialFilter>

export const quantity = () => wholeNumber(1, 10_000)

/** Things that came into a community's store, or were lost out of it. */
export const storeMove = z.strictObject({
  communityId: id(),
  kind: z.enum(KINDS),
  quantity: quantity(),
  day: day(),
  words: line(200).nullable(),
})
export type StoreMove = z.output<typeof storeMove>

export const materialKey = z.strictObject({ id: id() })
