import { addDays, type Day, weekdayOf, yearOf } from './instants'

/** One day on which the published calendar departs from the plain week. */
export type CalendarDay = { day: Day; kind: 'holiday' | 'workday'; name: string }

/** The street's own calendar by day; days that follow the plain week are not in it. */
export type Calendar = ReadonlyMap<Day, CalendarDay>

export function calendarOf(days: Iterable<CalendarDay>): Calendar {
  return new Map(Array.from(days, (entry) => [entry.day, entry]))
}

/** Whether the year's holidays have been published into the calendar; without them only weekends are known. */
export function knowsYear(year: number, calendar: Calendar): boolean {
  for (const entry of calendar.values()) {
    if (entry.kind === 'holiday' && yearOf(entry.day) === year) return true
  }
  return false
}

/** The years between the two days, both included, that the calendar says nothing about. */
export function unknownYears(from: Day, to: Day, calendar: Calendar): number[] {
  const years: number[] = []
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!knowsYear(year, calendar)) years.push(year)
  return years
}

export const isHoliday = (day: Day, calendar: Calendar): boolean => calendar.get(day)?.kind === 'holiday'

/** Whether the day is a Saturday or Sunday that is worked in exchange for a holiday. */
export const isMakeUpWorkday = (day: Day, calendar: Calendar): boolean =>
  calendar.get(day)?.kind === 'workday' && weekdayOf(day) > 5

export function isWorkday(day: Day, calendar: Calendar): boolean {
  const entry = calendar.get(day)
  return entry ? entry.kind === 'workday' : weekdayOf(day) <= 5
}

/** The first workday after the day. */
export function nextWorkday(day: Day, calendar: Calendar): Day {
  return addWorkdays(day, 1, calendar)
}

/** How long a calendar may have no workday before it is taken for a mistake. */
const LONGEST_REST_DAYS = 60

/** The day so many workdays after the given one; 0 gives the day itself, negative counts back. */
export function addWorkdays(day: Day, workdays: number, calendar: Calendar): Day {
  if (!Number.isInteger(workdays)) throw new RangeError('Workdays are counted in whole days.')
  const step = workdays < 0 ? -1 : 1
  let current = day
  for (let left = Math.abs(workdays); left > 0; left--) current = nearestWorkday(current, step, calendar)
  return current
}

function nearestWorkday(day: Day, step: 1 | -1, calendar: Calendar): Day {
  let current = day
  for (let tries = 0; tries < LONGEST_REST_DAYS; tries++) {
    current = addDays(current, step)
    if (isWorkday(current, calendar)) return current
  }
  throw new RangeError(`The calendar has no workday within ${LONGEST_REST_DAYS} days of ${day}.`)
}
