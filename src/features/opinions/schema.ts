import { z } from 'zod'
import { cursor, id, line, paragraph, version } from '@/core/fields'

/** Whom an opinion is about; it goes past that person. */
export const ABOUTS = ['nobody', 'captain', 'grid_member', 'worker', 'office'] as const
export type About = (typeof ABOUTS)[number]

export const TRIAGES = ['demand', 'request', 'praise', 'complaint', 'other'] as const
export const STATES = ['fresh', 'taken', 'answered', 'spam'] as const

/** What somebody puts into the box from the sheet: words, and whom they are about. */
export const newOpinion = z.strictObject({
  words: paragraph(2_000),
  about: z.enum(ABOUTS).default('nobody'),
})
export type NewOpinion = z.output<typeof newOpinion>

/** A slip from a box of tin, typed in by staff. */
export const transcribed = z.strictObject({
  buildingId: id(),
  words: paragraph(2_000),
  about: z.enum(ABOUTS).default('nobody'),
})
export type Transcribed = z.output<typeof transcribed>

export const opinionKey = z.strictObject({ id: id() })

/** What an opinion is; a request of it is filed in the category that is named. */
export const triage = z
  .strictObject({
    triage: z.enum([...TRIAGES, 'spam']),
    categoryId: id().nullable().default(null),
    version: version(),
  })
  .refine(({ triage: kind, categoryId }) => kind !== 'request' || categoryId !== null, {
    error: 'required',
    path: ['categoryId'],
  })
export type Triage = z.output<typeof triage>

/** What is answered to whoever holds the receipt, and what of it everybody may read. */
export const opinionAnswer = z.strictObject({
  answer: paragraph(2_000),
  /** The opinion in words that point at nobody; null keeps it between the receipt and the office. */
  published: paragraph(1_000).nullable().default(null),
  version: version(),
})
export type OpinionAnswer = z.output<typeof opinionAnswer>

export const opinionFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(STATES).default('fresh'),
  triage: z.enum(TRIAGES).optional(),
  community: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type OpinionFilter = z.output<typeof opinionFilter>
