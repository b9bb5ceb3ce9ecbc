import { z } from 'zod'
import { day, line } from '@/core/fields'
import { weekdayOf } from '@/core/instants'

export const DAY_KINDS = ['holiday', 'workday'] as const

const year = () => z.coerce.number().int().min(1900).max(2199)
const fields = { kind: z.enum(DAY_KINDS), name: line(20) }

/** Only a Saturday or Sunday can be worked in exchange; any other day is a workday anyway. */
const isExchange = ({ day: date, kind }: { day: string; kind: string }) =>
  kind === 'holiday' || weekdayOf(date) > 5

export const calendarYear = z.strictObject({ year: year() })

export const newCalendarDay = z
  .strictObject({ day: day(), ...fields })
  .refine(isExchange, { error: 'workday-anyway', path: ['kind'] })
export type NewCalendarDay = z.output<typeof newCalendarDay>

/** Written over what was read: another's change in between is not lost. */
export const calendarDayChanges = z.strictObject({ ...fields, wasKind: z.enum(DAY_KINDS), wasName: line(20) })
export type CalendarDayChanges = z.output<typeof calendarDayChanges>

export const calendarDayKey = z.strictObject({ day: day() })
export const calendarDayAsRead = z.strictObject({ wasKind: z.enum(DAY_KINDS), wasName: line(20) })
export const calendarYearToSeed = z.strictObject({ year: z.number().int().min(2000).max(2199) })
