import { z } from 'zod'
import { cursor, id, line, paragraph, version } from '@/core/fields'

export const OUTAGE_KINDS = ['water', 'power', 'gas', 'lift', 'network', 'road', 'other'] as const
export const OUTAGE_STATES = ['current', 'upcoming', 'over', 'withdrawn'] as const

export const outageFilter = z.strictObject({
  q: line(60).optional(),
  kind: z.enum(OUTAGE_KINDS).optional(),
  state: z.enum(OUTAGE_STATES).optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type OutageFilter = z.output<typeof outageFilter>

const LEVELS = ['community', 'compound', 'building', 'stairwell'] as const
export type Level = (typeof LEVELS)[number]

/** Where it is: a level and its id, as in `compound:…`. */
const place = () =>
  z
    .string()
    .max(60)
    .regex(/^(community|compound|building|stairwell):/)
    .refine((text) => id().safeParse(text.split(':')[1]).success, { error: 'invalid' })

/** The level and id that a written place names. */
export function placeNamed(written: string): { level: Level; id: string } | null {
  const [level, placeId] = written.split(':')
  return LEVELS.includes(level as Level) && placeId ? { level: level as Level, id: placeId } : null
}

const moment = () => z.iso.datetime({ offset: true }).transform((text) => new Date(text))

const fields = {
  kind: z.enum(OUTAGE_KINDS),
  isPlanned: z.boolean(),
  title: line(40),
  titleEn: line(80).nullable(),
  words: paragraph(300),
  wordsEn: paragraph(600).nullable(),
  startsAt: moment(),
  endsAt: moment().nullable(),
}

const inOrder = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date | null }): boolean =>
  endsAt === null || endsAt > startsAt
const ORDER = { error: 'ends-before-start', path: ['endsAt'] }

/** Nobody tells the whole street by forgetting to choose a place. */
export const newOutage = z
  .strictObject({ ...fields, place: place().nullable(), wholeStreet: z.boolean().default(false) })
  .refine(inOrder, ORDER)
  .refine(({ place: named, wholeStreet }) => wholeStreet === (named === null), {
    error: 'required',
    path: ['place'],
  })
export type NewOutage = z.output<typeof newOutage>

export const outageChanges = z.strictObject({ ...fields, version: version() }).refine(inOrder, ORDER)
export type OutageChanges = z.output<typeof outageChanges>

export const outageKey = z.strictObject({ id: id() })
export const outageVersion = z.strictObject({ version: version() })
export const placeSearch = z.strictObject({ q: line(60) })
