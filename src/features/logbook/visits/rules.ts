import { addDays, type Day } from '@/core/instants'

/** The day by which somebody is to be looked in on: counted from the last visit, or from when the rhythm began. */
export const visitDueOn = (startsOn: Day, everyDays: number, lastOn: Day | null): Day =>
  addDays(lastOn !== null && lastOn > startsOn ? lastOn : startsOn, everyDays)
