import type { Day } from '@/core/instants'
import { addDays, dayOf } from '@/core/instants'
import { type Calendar, calendarOf } from '@/core/workdays'
import type { Tx } from '@/server/db'
import { dateOf, dayFrom } from '@/server/term'

const AHEAD_DAYS = 400

/** The street's calendar around the days that a request's clock can reach. */
export async function calendarAround(tx: Tx, streetId: string, from: Date): Promise<Calendar> {
  const first: Day = dayOf(from)
  const days = await tx.calendarDay.findMany({
    where: { streetId, day: { gte: dateOf(first), lte: dateOf(addDays(first, AHEAD_DAYS)) } },
    select: { day: true, kind: true, name: true },
  })
  return calendarOf(days.map(({ day, kind, name }) => ({ day: dayFrom(day), kind, name })))
}
