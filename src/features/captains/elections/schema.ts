import { z } from 'zod'
import { cursor, day, id, line, paragraph, phone, version, wholeNumber } from '@/core/fields'

export const KINDS = ['vote', 'appointment'] as const
export type Kind = (typeof KINDS)[number]
export const STATES = [
  'nominating',
  'voting',
  'counting',
  'publicity',
  'appointed',
  'failed',
  'cancelled',
] as const

/** What a list of elections can be asked for; `open` finds those that have not come to an end. */
export const electionFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum([...STATES, 'open']).optional(),
  kind: z.enum(KINDS).optional(),
  community: id().optional(),
  sort: z.enum(['name', 'createdAt']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type ElectionFilter = z.output<typeof electionFilter>

/** By what an election is decided; more than the share, not the share itself, is asked for. */
const terms = {
  termYears: wholeNumber(1, 10),
  turnoutPercent: wholeNumber(0, 99),
  winnerPercent: wholeNumber(0, 99),
  publicityDays: wholeNumber(1, 60),
  /** How many households may vote; the buildings' households where it is left open. */
  entitled: wholeNumber(1, 100_000).nullable(),
}

export const newElection = z.strictObject({
  kind: z.enum(KINDS),
  buildingIds: z
    .array(id())
    .max(20)
    .refine((ids) => ids.length > 0, { error: 'required' }),
  ...terms,
})
export type NewElection = z.output<typeof newElection>

export const electionChanges = z.strictObject({ ...terms, version: version() })
export type ElectionChanges = z.output<typeof electionChanges>

/** Somebody from the register, or somebody new by name and number; recommended by residents, an organisation, or both. */
export const newNominee = z
  .strictObject({
    personId: id().nullable(),
    name: line(40).nullable(),
    phone: phone().nullable(),
    residents: wholeNumber(1, 100_000).nullable(),
    organisation: line(60).nullable(),
    version: version(),
  })
  .refine(({ personId, name }) => personId !== null || name !== null, { error: 'required', path: ['name'] })
  .refine(({ residents, organisation }) => residents !== null || organisation !== null, {
    error: 'required',
    path: ['residents'],
  })
export type NewNominee = z.output<typeof newNominee>

export const nomineeWithdrawal = z.strictObject({ nomineeId: id(), reason: line(200), version: version() })

export const votingTimes = z
  .strictObject({ votingFrom: day(), votingTo: day(), version: version() })
  .refine(({ votingFrom, votingTo }) => votingFrom <= votingTo, {
    error: 'ends-before-start',
    path: ['votingTo'],
  })
export type VotingTimes = z.output<typeof votingTimes>

/** The count sheet (计票单): ballots handed in, those that count, and for whom. */
export const countSheet = z.strictObject({
  cast: wholeNumber(0, 100_000),
  valid: wholeNumber(0, 100_000),
  invalid: wholeNumber(0, 100_000),
  forNobody: wholeNumber(0, 100_000),
  votes: z.record(id(), wholeNumber(0, 100_000)),
  countedBy: line(60),
  version: version(),
})
export type CountSheet = z.output<typeof countSheet>

/** A vote's winner is known; where the community appoints, it names the nominee. */
export const publicity = z.strictObject({
  nomineeId: id().nullable().default(null),
  publicFrom: day(),
  version: version(),
})
export type Publicity = z.output<typeof publicity>

export const appointing = z.strictObject({
  startsOn: day(),
  duties: z.array(line(30)).max(20),
  /** Whoever holds a building then gives it up the day before. */
  replaces: z.boolean(),
  version: version(),
})
export type Appointing = z.output<typeof appointing>

export const electionEnd = z.strictObject({
  outcome: z.enum(['failed', 'cancelled']),
  reason: line(200),
  version: version(),
})
export type ElectionEnd = z.output<typeof electionEnd>

export const electionKey = z.strictObject({ id: id() })
export const electionVersion = z.strictObject({ version: version() })
export const personSearch = z.strictObject({ q: line(60).optional() })
export const electionDocument = z.strictObject({ lang: z.enum(['zh-CN', 'en']).default('zh-CN') })

export const newObjection = z.strictObject({
  receivedOn: day(),
  /** Empty where who objects stays unnamed. */
  objector: line(40).nullable(),
  words: paragraph(1_000),
})
export type NewObjection = z.output<typeof newObjection>
