import { addDays, type Day, dayOf, startOf } from '@/core/instants'
import { type Calendar, isWorkday } from '@/core/workdays'

export const UNITS = ['minutes', 'hours', 'workdays', 'days'] as const
export type Unit = (typeof UNITS)[number]

/** So much time of a kind. A workday is 24 hours that lie on workdays: what comes in on Friday at 15:00 with one of them is due on Monday at 15:00. */
export type Allowance = { amount: number; unit: Unit }

/** A stretch in which the clock stands still; without an end it still does. */
export type Pause = { startsAt: Date; endsAt: Date | null }

const MINUTE = 60_000
const MINUTES: Record<Unit, number> = { minutes: 1, hours: 60, workdays: 1440, days: 1440 }

/** No allowance reaches further than this; a calendar without workdays would not end. */
const LONGEST_DAYS = 3_000

export const milliseconds = ({ amount, unit }: Allowance): number => amount * MINUTES[unit] * MINUTE

type Stretch = { from: number; to: number }

/** Overlapping pauses are one. */
function merged(pauses: readonly Pause[], forever: number): Stretch[] {
  const sorted = pauses
    .map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt?.getTime() ?? forever }))
    .filter(({ from, to }) => to > from)
    .sort((one, other) => one.from - other.from)
  const whole: Stretch[] = []
  for (const stretch of sorted) {
    const last = whole.at(-1)
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to)
    else whole.push({ ...stretch })
  }
  return whole
}

/** The running parts of a stretch: without its pauses, oldest first. */
function* running({ from, to }: Stretch, pauses: readonly Stretch[]): Generator<Stretch> {
  let at = from
  for (const pause of pauses) {
    if (pause.to <= at) continue
    if (pause.from >= to) break
    if (pause.from > at) yield { from: at, to: pause.from }
    at = Math.max(at, pause.to)
  }
  if (at < to) yield { from: at, to }
}

/** The stretches of a unit's own time from an instant on, day by day where days count. */
function* counting(start: number, unit: Unit, calendar: Calendar): Generator<Stretch> {
  let day: Day = dayOf(new Date(start))
  let from = start
  for (let days = 0; days < LONGEST_DAYS; days++) {
    const to = startOf(addDays(day, 1)).getTime()
    if (unit !== 'workdays' || isWorkday(day, calendar)) yield { from, to }
    day = addDays(day, 1)
    from = to
  }
}

/** When an allowance that starts at an instant is used up; null while a pause without an end keeps it from ever being so. */
export function dueAt(
  start: Date,
  allowance: Allowance,
  pauses: readonly Pause[],
  calendar: Calendar,
): Date | null {
  let left = milliseconds(allowance)
  const standing = merged(pauses, Number.POSITIVE_INFINITY)
  for (const stretch of counting(start.getTime(), allowance.unit, calendar)) {
    for (const { from, to } of running(stretch, standing)) {
      if (left <= to - from) return new Date(from + left)
      left -= to - from
    }
    if ((standing.at(-1)?.to ?? 0) === Number.POSITIVE_INFINITY && stretch.to >= (standing.at(-1)?.from ?? 0))
      return null
  }
  throw new RangeError(`${allowance.amount} ${allowance.unit} lie beyond ${LONGEST_DAYS} days.`)
}

/** How much of a unit's time has run between two instants, in milliseconds. */
export function elapsed(
  start: Date,
  end: Date,
  unit: Unit,
  pauses: readonly Pause[],
  calendar: Calendar,
): number {
  let sum = 0
  const standing = merged(pauses, Number.POSITIVE_INFINITY)
  for (const stretch of counting(start.getTime(), unit, calendar)) {
    if (stretch.from >= end.getTime()) break
    const cut = { from: stretch.from, to: Math.min(stretch.to, end.getTime()) }
    for (const { from, to } of running(cut, standing)) sum += to - from
  }
  return sum
}
