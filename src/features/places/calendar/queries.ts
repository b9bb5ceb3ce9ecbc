import { addDays, dayOf, yearOf } from '@/core/instants'
import { type Calendar, type CalendarDay, calendarOf } from '@/core/workdays'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { dateOf, dayFrom } from '@/server/term'
import { announcedDays } from './rules'

/** The street's holidays and make-up workdays of a year, in order. */
export async function calendarOfYear({ tx, principal }: Act, year: number): Promise<CalendarDay[]> {
  const days = await tx.calendarDay.findMany({
    where: {
      streetId: principal.streetId,
      day: { gte: dateOf(`${year}-01-01`), lte: dateOf(`${year}-12-31`) },
    },
    orderBy: { day: 'asc' },
  })
  return days.map(({ day, kind, name }) => ({ day: dayFrom(day), kind, name }))
}

const AHEAD_DAYS = 400

/** The street's calendar around the days that a clock which starts then can reach. */
export async function calendarAround(tx: Tx, streetId: string, from: Date): Promise<Calendar> {
  const first = dayOf(from)
  const days = await tx.calendarDay.findMany({
    where: { streetId, day: { gte: dateOf(first), lte: dateOf(addDays(first, AHEAD_DAYS)) } },
    select: { day: true, kind: true, name: true },
  })
  return calendarOf(days.map(({ day, kind, name }) => ({ day: dayFrom(day), kind, name })))
}

export type YearState = { year: number; isKnown: boolean; isAnnounced: boolean }

/** For this year and the next: whether the street has its holidays, and whether they could be filled in. */
export async function calendarStates(act: Act): Promise<YearState[]> {
  const thisYear = yearOf(dayOf(act.now))
  return Promise.all(
    [thisYear, thisYear + 1].map(async (year) => ({
      year,
      isKnown: (await calendarOfYear(act, year)).some(({ kind }) => kind === 'holiday'),
      isAnnounced: announcedDays(year).length > 0,
    })),
  )
}
