import { z } from 'zod'
import { cursor, day, id, line, paragraph, phone, version, wholeNumber } from '@/core/fields'

export const STATES = ['open', 'agreed', 'handed_over', 'ended'] as const
export const OUTCOMES = ['kept', 'not_agreed', 'withdrawn', 'court'] as const

export const mediationFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum([...STATES, 'running', 'due']).optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type MediationFilter = z.output<typeof mediationFilter>

export const registerFilter = z.strictObject({
  state: z.enum(STATES).optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type RegisterFilter = z.output<typeof registerFilter>

export const mediationKey = z.strictObject({ id: id() })
export const partyKey = z.strictObject({ id: id(), partyId: id() })
export const mediationDocument = z.strictObject({ lang: z.enum(['zh-CN', 'en']).default('zh-CN') })

const party = { name: line(40), phone: phone().nullable(), door: line(60).nullable() }
const matter = paragraph(2_000)

/** Two sides or more; more can join later. */
export const newMediation = z.strictObject({
  buildingId: id(),
  matter,
  parties: z
    .array(z.strictObject(party))
    .max(10)
    .refine((sides) => sides.length >= 2, { error: 'two-sides' }),
})
export type NewMediation = z.output<typeof newMediation>

export const matterChange = z.strictObject({ matter, version: version() })
export type MatterChange = z.output<typeof matterChange>

export const partyWords = z.strictObject({ ...party, version: version() })
export type PartyWords = z.output<typeof partyWords>

export const newMeeting = z.strictObject({
  heldAt: z.iso.datetime(),
  place: line(60).nullable(),
  present: line(200).nullable(),
  words: paragraph(4_000),
})
export type NewMeeting = z.output<typeof newMeeting>

export const newAgreement = z.strictObject({
  words: paragraph(6_000),
  followUpOn: day().nullable(),
  version: version(),
})
export type NewAgreement = z.output<typeof newAgreement>

const MOST_NUMBERS = 8_000

/** One stroke after another, each as x and y in turn, in a field of 1000 by 400. */
export const strokes = z
  .array(
    z
      .array(wholeNumber(0, 1_000))
      .max(2_000)
      .refine((numbers) => numbers.length >= 2 && numbers.length % 2 === 0),
  )
  .max(100)
  .refine((drawn) => drawn.length > 0, { error: 'required' })
  .refine((drawn) => drawn.reduce((sum, { length }) => sum + length, 0) <= MOST_NUMBERS)
export type Strokes = z.output<typeof strokes>

/** A signature on the screen, or the word that it stands on paper. */
export const newSignature = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('screen'), agreementId: id(), partyId: id(), strokes }),
  z.strictObject({ on: z.literal('paper'), agreementId: id(), partyId: id() }),
])
export type NewSignature = z.output<typeof newSignature>

export const newSeat = z.strictObject({ accountId: id() })
export type NewSeat = z.output<typeof newSeat>

export const handingOver = z.strictObject({ closing: line(500), version: version() })
export type HandingOver = z.output<typeof handingOver>

/** A look at whether the agreement is kept; where it is not, the case is open again. */
export const followUp = z.strictObject({
  kept: z.enum(['kept', 'not-kept']),
  words: paragraph(2_000),
  nextOn: day().nullable(),
  version: version(),
})
export type FollowUp = z.output<typeof followUp>

export const mediationEnd = z.strictObject({
  outcome: z.enum(OUTCOMES),
  closing: line(500),
  version: version(),
})
export type MediationEnd = z.output<typeof mediationEnd>

export const newCommitteeMember = z.strictObject({ communityId: id(), accountId: id() })
export type NewCommitteeMember = z.output<typeof newCommitteeMember>
export const buildingSearch = z.strictObject({ q: line(60).optional() })
