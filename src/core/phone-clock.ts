import { z } from 'zod'

const SECOND_MS = 1_000
/** What waited in a phone for longer is not believed to be that old. */
const MOST_AGE_MS = 60 * 86_400 * SECOND_MS
const TEN_YEARS_SECONDS = 10 * 366 * 86_400

/** When something was done by the phone's clock, and by how many seconds that clock was found ahead of the server's. */
export const phoneClock = () =>
  z.strictObject({
    at: z.iso.datetime({ offset: true }),
    aheadSeconds: z.number().int().min(-TEN_YEARS_SECONDS).max(TEN_YEARS_SECONDS),
  })
export type PhoneClock = z.output<ReturnType<typeof phoneClock>>

/** When it really happened: the phone's time put right by its error, neither after now nor older than sixty days. */
export function happenedAt({ at, aheadSeconds }: PhoneClock, now: Date): Date {
  const right = Date.parse(at) - aheadSeconds * SECOND_MS
  return new Date(Math.min(Math.max(right, now.getTime() - MOST_AGE_MS), now.getTime()))
}
