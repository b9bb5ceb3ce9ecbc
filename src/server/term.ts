import { type Day, dayOf } from '@/core/instants'

/** A calendar day as PostgreSQL's `date` is handed over. */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`)

/** A `date` of the database as a day. */
export const dayFrom = (date: Date): Day => date.toISOString().slice(0, 10)

/** Shanghai's calendar day of an instant, as the database keeps days. */
export const todayOf = (now: Date): Date => dateOf(dayOf(now))

/** The `where` of what holds on a day; both ends of a term belong to it. */
export const inTermOn = (day: Date) => ({
  startsOn: { lte: day },
  OR: [{ endsOn: null }, { endsOn: { gte: day } }],
})
