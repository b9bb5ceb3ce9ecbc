import { addDays, type Day } from '@/core/instants'

/** The day by which a box is to be emptied: so many days after it was emptied last, or since it hangs. */
export const dueOn = (since: Day, lastEmptied: Day | null, everyDays: number): Day =>
  addDays(lastEmptied !== null && lastEmptied > since ? lastEmptied : since, everyDays)

export type Round = { slips: number; typed: number }

/** How many slips of the rounds still wait to be typed in; more than were counted is none. */
export const untypedOf = (rounds: readonly Round[]): number =>
  rounds.reduce((sum, { slips, typed }) => sum + Math.max(0, slips - typed), 0)
