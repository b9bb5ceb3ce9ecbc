import { z } from 'zod'
import { cursor, id, line, paragraph, version } from '@/core/fields'

/** Whom an opinion is about; it goes past that person. */
export const ABOUTS = ['nobody', 'captain', 'grid_member', 'worker', 'office'] as const
export type About = (typeof ABOUTS)[number]

/** What an opinion is about, where its writer says so. */
export const MATTERS = ['cleaning', 'safety', 'parking', 'facilities', 'service', 'other'] as const
export type Matter = (typeof MATTERS)[number]

export const TRIAGES = ['demand', 'request', 'praise', 'complaint', 'other'] as const
export const STATES = ['fresh', 'taken', 'answered', 'spam'] as const
export const LEVELS = ['community', 'street'] as const

/** What every opinion says, by the form or on paper. */
export const opinionWords = {
  words: paragraph(2_000),
  about: z.enum(ABOUTS).default('nobody'),
  matter: z.enum(MATTERS).nullable().default(null),
}

/** What somebody puts into the box from the sheet: words, and whom they are about. */
export const newOpinion = z.strictObject(opinionWords)
export type NewOpinion = z.output<typeof newOpinion>

export const opinionKey = z.strictObject({ id: id() })

/** Whom a complaint names, as `person:<id>` or `account:<id>`. */
const whom = () => z.string().regex(/^(?:person|account):[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)

/** What an opinion is; a request of it is filed in the category that is named, a complaint goes past whom it names. */
export const triage = z
  .strictObject({
    triage: z.enum([...TRIAGES, 'spam']),
    categoryId: id().nullable().default(null),
    level: z.enum(LEVELS).nullable().default(null),
    whom: whom().nullable().default(null),
    version: version(),
  })
  .refine(({ triage: kind, categoryId }) => kind !== 'request' || categoryId !== null, {
    error: 'required',
    path: ['categoryId'],
  })
export type Triage = z.output<typeof triage>

/** What is answered to whoever holds the receipt, and what of it is proposed for all to read. */
export const opinionAnswer = z.strictObject({
  answer: paragraph(2_000),
  /** The opinion in words that point at nobody; null keeps it between the receipt and the office. */
  published: paragraph(1_000).nullable().default(null),
  version: version(),
})
export type OpinionAnswer = z.output<typeof opinionAnswer>

/** The second look: the words that all may read from now on, shortened where needed, or none. */
export const publication = z.strictObject({ published: paragraph(1_000).nullable(), version: version() })
export type Publication = z.output<typeof publication>

export const opinionFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum([...STATES, 'late', 'look', 'all']).default('fresh'),
  triage: z.enum(TRIAGES).optional(),
  community: id().optional(),
  compound: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type OpinionFilter = z.output<typeof opinionFilter>
