import { z } from 'zod'
import { id, line, paragraph } from '@/core/fields'
import { trackToken } from '../tracks/schema'

export const WHERES = ['stairwell', 'building', 'compound'] as const

/** What a resident reports from the own household: the place follows from it. */
export const ownReport = z.strictObject({
  householdId: id(),
  categoryId: id(),
  words: paragraph(2_000),
  where: z.enum(WHERES),
  place: line(100).nullish(),
  mayCall: z.boolean(),
})
export type OwnReport = z.output<typeof ownReport>

export const ownRequestKey = z.strictObject({ id: id() })
export const trackEntry = z.strictObject({ token: trackToken })
