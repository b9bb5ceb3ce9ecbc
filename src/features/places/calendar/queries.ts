import { dayOf, yearOf } from '@/core/instants'
import type { CalendarDay } from '@/core/workdays'
import type { Act } from '@/server/act'
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
