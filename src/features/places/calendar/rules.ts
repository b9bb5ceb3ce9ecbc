import chineseDays from 'chinese-days'
import { addDays, type Day, yearOf } from '@/core/instants'
import type { CalendarDay } from '@/core/workdays'

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
