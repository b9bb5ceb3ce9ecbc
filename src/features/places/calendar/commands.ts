import chineseDays from 'chinese-days'
import { addDays, type Day, yearOf } from '@/core/instants'
import type { CalendarDay } from '@/core/workdays'
import type { Tx } from '@/server/db'

/** The public holidays and make-up workdays of a year that the library really knows; none for a year not yet announced. */
export function announcedDays(year: number): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let day: Day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) {
    const { name, work } = chineseDays.getDayDetail(day)
    // An ordinary day is called by its weekday; an announced one by its English name, Chinese name and length.
    const [, chinese] = name.split(',')
    if (chinese) days.push({ day, kind: work ? 'workday' : 'holiday', name: chinese })
  }
  return days
}

/** Fills the years that the street's calendar does not have yet; what the office has edited stays as it is. */
export async function seedCalendar(tx: Tx, streetId: string, years: readonly number[]): Promise<void> {
  for (const year of years) {
    const within = { gte: new Date(`${year}-01-01T00:00:00Z`), lte: new Date(`${year}-12-31T00:00:00Z`) }
    if ((await tx.calendarDay.count({ where: { streetId, day: within } })) > 0) continue
    await tx.calendarDay.createMany({
      data: announcedDays(year).map(({ day, kind, name }) => ({
        streetId,
        day: new Date(`${day}T00:00:00Z`),
        kind,
        name,
      })),
      skipDuplicates: true,
    })
  }
}
