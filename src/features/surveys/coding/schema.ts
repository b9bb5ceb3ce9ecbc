import { z } from 'zod'
import { cursor, id, line, version } from '@/core/fields'
import { questionKey } from '../analysis/schema'

const fields = { name: line(40), keywords: z.array(line(20)).max(20).default([]) }

export const newCode = z.strictObject(fields)
export type NewCode = z.output<typeof newCode>

export const codeChanges = z.strictObject({ ...fields, version: version() })
export type CodeChanges = z.output<typeof codeChanges>

export const codeKey = z.strictObject({ id: id() })
export const codeVersion = z.strictObject({ version: version() })

export const codeFilter = z.strictObject({
  q: line(60).optional(),
  ended: z.enum(['yes']).optional(),
  size: z.coerce.number().int().min(10).max(100).default(50),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type CodeFilter = z.output<typeof codeFilter>

export const textFilter = z.strictObject({
  q: line(60).optional(),
  question: questionKey().optional(),
  /** A word of the codebook that was given, or none at all. */
  code: z.union([id(), z.literal('none')]).optional(),
  /** A word of the codebook that the text suggests. */
  suggested: id().optional(),
  community: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(50),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type TextFilter = z.output<typeof textFilter>

/** Answers stand for all of the campaign that say the same words. */
export const coding = z.strictObject({
  question: questionKey(),
  codeId: id(),
  answers: z.array(id()).min(1).max(200),
})
export type Coding = z.output<typeof coding>

export const suggestedCoding = z.strictObject({ question: questionKey(), codeId: id() })
export type SuggestedCoding = z.output<typeof suggestedCoding>
