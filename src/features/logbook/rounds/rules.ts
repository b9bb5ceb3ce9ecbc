import { addDays, type Day, daysBetween } from '@/core/instants'

/** The day by which the next round is due; without any it has been due since the term began. */
export const roundDueOn = (lastOn: Day | null, everyDays: number, since: Day): Day =>
  lastOn === null ? since : addDays(lastOn, everyDays)

/** How many rounds a stretch of days asks for, both ends counted; a part of a rhythm asks for none. */
export const roundsDue = (from: Day, to: Day, everyDays: number): number =>
  to < from ? 0 : Math.floor((daysBetween(from, to) + 1) / everyDays)

/** The first and the last day of a month; of the month that runs, only up to today. */
export function daysOfMonth(month: string, today: Day): { from: Day; to: Day } {
  const from = `${month}-01`
  const next = addDays(from, 31)
  const last = addDays(`${next.slice(0, 7)}-01`, -1)
  return { from, to: last > today ? today : last }
}
