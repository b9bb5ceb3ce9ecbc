import { z } from 'zod'
import { cursor, id, line, version, wholeNumber } from '@/core/fields'
import { squeeze } from '@/core/width'

/** What a list of a building's households can be asked for. */
export const householdFilter = z.strictObject({
  q: line(60).optional(),
  stairwell: id().optional(),
  ended: z.enum(['yes']).optional(),
  direction: z.enum(['asc', 'desc']).default('asc'),
  sort: z.enum(['room']).default('room'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type HouseholdFilter = z.output<typeof householdFilter>

/** A door as it is written on it; 101, 101室 and １０１ are one. */
const room = () =>
  line(20)
    .transform((written) => squeeze(written).toUpperCase().replace(/室$/, ''))
    .pipe(line(20))

export const newHousehold = z.strictObject({ stairwellId: id(), room: room() })
export type NewHousehold = z.output<typeof newHousehold>

export const householdChanges = z.strictObject({ room: room(), version: version() })
export type HouseholdChanges = z.output<typeof householdChanges>

const written = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(wholeNumber(min, max))

export const MOST_AT_ONCE = 400

type Ends = Record<'floorFrom' | 'floorTo' | 'doorFrom' | 'doorTo', number>

const rangeOf = <N extends z.ZodType<number>>(number: (min: number, max: number) => N) =>
  z
    .strictObject({
      stairwellId: id(),
      prefix: line(6)
        .transform((text) => squeeze(text).toUpperCase())
        .optional(),
      floorFrom: number(1, 120),
      floorTo: number(1, 120),
      doorFrom: number(1, 99),
      doorTo: number(1, 99),
    })
    .superRefine((range, context) => {
      const { floorFrom, floorTo, doorFrom, doorTo } = range as Ends
      const say = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message })
      if (floorTo < floorFrom) say('floorTo', 'range-backwards')
      if (doorTo < doorFrom) say('doorTo', 'range-backwards')
      if ((floorTo - floorFrom + 1) * (doorTo - doorFrom + 1) > MOST_AT_ONCE) say('floorTo', 'range-too-long')
    })

/** Every door of some floors: floors 1–2 and doors 1–3 are 101, 102, 103, 201, 202, 203. */
export const householdRange = rangeOf(wholeNumber)
/** The same as it stands in an address. */
export const writtenHouseholdRange = rangeOf(written)
export type HouseholdRange = z.output<typeof householdRange>

export const householdKey = z.strictObject({ id: id() })
export const householdVersion = z.strictObject({ version: version() })
