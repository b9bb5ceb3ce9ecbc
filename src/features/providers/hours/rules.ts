import { addDays, type Day, dayOf, instantAt, minutesOfDay, weekdayOf } from '@/core/instants'
import { type Calendar, isHoliday, isMakeUpWorkday } from '@/core/workdays'

/** Minutes since midnight, the end excluded; an end past 1440 lies in the next day. */
export type Span = readonly [from: number, to: number]

export type DayHours =
  | { kind: 'open'; spans: readonly Span[] }
  | { kind: 'by-appointment' }
  | { kind: 'closed' }

/** Monday to Sunday, and what holds on a public holiday whatever weekday it is. */
export type Week = { days: readonly DayHours[]; holiday: DayHours }

/** Days of the year as MM-DD, both included; a season may run over the turn of the year. */
export type Season = { from: string; to: string }

/** Service hours as understood; plain enough to be stored as JSON. */
export type ServiceHours = {
  week: Week
  /** What holds instead during summer time, where the place keeps two timetables. */
  summer: (Season & { week: Week }) | null
  /** Outside the hours the place still serves those who made an appointment. */
  otherwiseByAppointment: boolean
}

/** Summer time of offices in Jiangsu, where a register says 夏令时 without its days. */
export const SUMMER_TIME: Season = { from: '05-01', to: '09-30' }

export const WHOLE_DAY: Span = [0, 1440]

export type OpeningState = 'open' | 'closed' | 'by-appointment'

/** How a place stands at an instant, and when that changes; null where it never does. */
export type Opening = { state: OpeningState; nextChange: Date | null }

/** Whether the date of the year (MM-DD) lies in the season. */
export function containsDate({ from, to }: Season, date: string): boolean {
  return from <= to ? date >= from && date <= to : date >= from || date <= to
}

/** What the season leaves of the year; a season that ends with February ends on its 29th. */
export function restOfYear({ from, to }: Season): Season {
  return { from: shiftDate(to === '02-28' ? '02-29' : to, 1), to: shiftDate(from, -1) }
}

/** Counts in a leap year, so that 29 February belongs to a season too. */
function shiftDate(date: string, days: number): string {
  return addDays(`2024-${date}`, days).slice(5)
}

/**
 * The hours that hold on the day. A public holiday has hours of its own. A Saturday or Sunday worked in exchange
 * for a holiday is one more weekday where Monday to Friday are alike; where they differ, nobody can know which of
 * them it stands for, and it keeps its own.
 */
export function hoursOn(hours: ServiceHours, day: Day, calendar: Calendar): DayHours {
  const week = hours.summer && containsDate(hours.summer, day.slice(5)) ? hours.summer.week : hours.week
  if (isHoliday(day, calendar)) return week.holiday
  const own = week.days[weekdayOf(day) - 1] ?? CLOSED
  if (!isMakeUpWorkday(day, calendar)) return own
  const [monday = CLOSED, ...others] = week.days.slice(0, 5)
  return others.every((other) => isSameDayHours(other, monday)) ? monday : own
}

export function isSameDayHours(one: DayHours, other: DayHours): boolean {
  if (one.kind !== 'open' || other.kind !== 'open') return one.kind === other.kind
  return (
    one.spans.length === other.spans.length &&
    one.spans.every(([from, to], index) => other.spans[index]?.[0] === from && other.spans[index]?.[1] === to)
  )
}

export function isSameWeek(one: Week, other: Week): boolean {
  return (
    isSameDayHours(one.holiday, other.holiday) &&
    one.days.every((hours, index) => isSameDayHours(hours, other.days[index] ?? CLOSED))
  )
}

/** Whether the place is open at the instant, and until when that holds. */
export function openingAt(hours: ServiceHours, instant: Date, calendar: Calendar): Opening {
  const day = dayOf(instant)
  const minute = minutesOfDay(instant)
  const state = stateAt(hours, day, minute, calendar)
  return { state, nextChange: neverChanges(hours) ? null : nextChange(hours, day, minute, state, calendar) }
}

const CLOSED: DayHours = { kind: 'closed' }
/** A year and the longest holiday behind it: what has not changed by then never does. */
const HORIZON_DAYS = 400

const spansOf = (hours: DayHours): readonly Span[] => (hours.kind === 'open' ? hours.spans : [])

function stateAt(hours: ServiceHours, day: Day, minute: number, calendar: Calendar): OpeningState {
  const today = hoursOn(hours, day, calendar)
  const covers = (at: number) => (span: Span) => at >= span[0] && at < span[1]
  if (spansOf(today).some(covers(minute))) return 'open'
  if (spansOf(hoursOn(hours, addDays(day, -1), calendar)).some(covers(minute + 1440))) return 'open'
  return today.kind === 'by-appointment' || hours.otherwiseByAppointment ? 'by-appointment' : 'closed'
}

function nextChange(
  hours: ServiceHours,
  day: Day,
  minute: number,
  state: OpeningState,
  calendar: Calendar,
): Date | null {
  let current = day
  let overnight: number[] = spansOf(hoursOn(hours, addDays(day, -1), calendar)).map(([, to]) => to - 1440)
  for (let passed = 0; passed < HORIZON_DAYS; passed++) {
    const spans = spansOf(hoursOn(hours, current, calendar))
    const bounds = [0, ...overnight, ...spans.flat()].filter(
      (bound) => bound >= 0 && bound < 1440 && (passed > 0 || bound > minute),
    )
    for (const bound of bounds.sort((one, other) => one - other)) {
      if (stateAt(hours, current, bound, calendar) !== state) return instantAt(current, bound)
    }
    overnight = spans.map(([, to]) => to - 1440)
    current = addDays(current, 1)
  }
  return null
}

/** Spares the search of a year for a place that is open, or asks for an appointment, every minute of it. */
function neverChanges(hours: ServiceHours): boolean {
  const weeks = hours.summer ? [hours.week, hours.summer.week] : [hours.week]
  const all = weeks.flatMap((week) => [...week.days, week.holiday])
  const isWhole = (one: DayHours) => {
    const [first, second] = spansOf(one)
    return first !== undefined && second === undefined && first[0] === 0 && first[1] === 1440
  }
  return all.every(isWhole) || all.every((one) => one.kind === 'by-appointment')
}
