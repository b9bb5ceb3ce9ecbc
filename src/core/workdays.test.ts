import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './instants'
import {
  addWorkdays,
  type CalendarDay,
  calendarOf,
  isHoliday,
  isMakeUpWorkday,
  isWorkday,
  knowsYear,
  nextWorkday,
  unknownYears,
} from './workdays'

const golden: CalendarDay[] = [
  ...['01', '02', '03', '04', '05', '06', '07'].map(
    (date): CalendarDay => ({ day: `2026-10-${date}`, kind: 'holiday', name: '国庆节' }),
  ),
  { day: '2026-10-10', kind: 'workday', name: '国庆节' },
]
const calendar = calendarOf(golden)

describe('workdays', () => {
  it('a holiday on a Thursday is no workday, a make-up Saturday is one', () => {
    expect(isWorkday('2026-10-01', calendar)).toBe(false)
    expect(isHoliday('2026-10-01', calendar)).toBe(true)
    expect(isWorkday('2026-10-10', calendar)).toBe(true)
    expect(isMakeUpWorkday('2026-10-10', calendar)).toBe(true)
    expect(isMakeUpWorkday('2026-10-09', calendar)).toBe(false)
    expect(isWorkday('2026-10-11', calendar)).toBe(false)
  })

  it('the workday after 30 September 2026 is 8 October', () => {
    expect(nextWorkday('2026-09-30', calendar)).toBe('2026-10-08')
    expect(addWorkdays('2026-09-30', 3, calendar)).toBe('2026-10-10')
    expect(addWorkdays('2026-10-08', -1, calendar)).toBe('2026-09-30')
    expect(addWorkdays('2026-10-03', 0, calendar)).toBe('2026-10-03')
  })

  it('a year without published holidays is reported as unknown', () => {
    expect(knowsYear(2026, calendar)).toBe(true)
    expect(knowsYear(2027, calendar)).toBe(false)
    expect(unknownYears('2026-12-30', '2028-01-02', calendar)).toEqual([2027, 2028])
  })

  it('a calendar without any workday is a mistake, not an endless search', () => {
    const never = calendarOf(
      Array.from({ length: 100 }, (_, index) => ({
        day: addDays('2026-01-01', index),
        kind: 'holiday' as const,
        name: '',
      })),
    )
    expect(() => nextWorkday('2026-01-01', never)).toThrow(RangeError)
  })

  it('adding workdays lands on a workday and adds up', () => {
    const some = fc.integer({ min: 0, max: 400 }).map((offset) => addDays('2026-01-01', offset))
    const count = fc.integer({ min: 1, max: 30 })
    fc.assert(
      fc.property(some, count, count, (day, first, second) => {
        const there = addWorkdays(day, first, calendar)
        expect(isWorkday(there, calendar)).toBe(true)
        expect(addWorkdays(there, second, calendar)).toBe(addWorkdays(day, first + second, calendar))
      }),
    )
  })
})
