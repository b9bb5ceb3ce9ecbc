import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  formatDay,
  formatInstant,
  formatTime,
  instantAt,
  instantWritten,
  isDay,
  isInStretch,
  minutesOfDay,
  minutesOfTime,
  startOf,
  timeOfMinutes,
  weekdayOf,
  writtenMoment,
} from './instants'

const someDay = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('1992-01-01', offset))

describe('instants', () => {
  it('a day begins at Shanghai midnight, whatever zone the server stands in', () => {
    expect(startOf('2026-11-22').toISOString()).toBe('2026-11-21T16:00:00.000Z')
    expect(dayOf(new Date('2026-11-21T15:59:59Z'))).toBe('2026-11-21')
    expect(dayOf(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22')
    expect(minutesOfDay(new Date('2026-11-22T06:30:00Z'))).toBe(14 * 60 + 30)
  })

  it('writes days and instants as each language does', () => {
    const instant = new Date('2026-11-22T06:30:00Z')
    expect(formatInstant(instant, 'zh-CN')).toBe('2026年11月22日 (周日) 14:30')
    expect(formatInstant(instant, 'en')).toBe('Sun, 22 Nov 2026, 14:30')
    expect(formatDay('2026-02-03', 'zh-CN')).toBe('2026年2月3日 (周二)')
    expect(formatTime(new Date('2026-11-21T16:05:00Z'))).toBe('00:05')
  })

  it('knows a day that exists from one that does not', () => {
    expect(isDay('2028-02-29')).toBe(true)
    for (const text of ['2026-02-29', '2026-13-01', '2026-1-1', '2026-00-10', '20261122', '']) {
      expect(isDay(text)).toBe(false)
    }
  })

  it('minutes past midnight reach into the next day', () => {
    expect(dayOf(instantAt('2026-12-31', 1440))).toBe('2027-01-01')
    expect(minutesOfDay(instantAt('2026-12-31', 1500))).toBe(60)
  })

  it('a day and its instants lead back to the day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 1439 }), (day, minutes) => {
        const instant = instantAt(day, minutes)
        expect(dayOf(instant)).toBe(day)
        expect(minutesOfDay(instant)).toBe(minutes)
      }),
    )
  })

  it('counting days forth and back agrees, and weekdays follow each other', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -5000, max: 5000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1)
      }),
    )
  })
})

it('a stretch of the day holds its first minute and not its last, over midnight too', () => {
  const held = (from: number, to: number) =>
    [from - 1, from, to - 1, to].map((minute) => isInStretch(minute, from, to))
  expect(held(480, 1080)).toEqual([false, true, true, false])
  expect(held(1260, 420)).toEqual([false, true, true, false])
  expect(isInStretch(600, 600, 600)).toBe(false)
})

it('a time of day and a moment are written as a form writes them, and read back', () => {
  for (const minutes of [0, 59, 60, 510, 1439]) expect(minutesOfTime(timeOfMinutes(minutes))).toBe(minutes)
  expect(timeOfMinutes(510)).toBe('08:30')
  const moment = '2026-11-25T08:30'
  expect(writtenMoment(new Date(instantWritten(moment)))).toBe(moment)
  expect(instantWritten('soon')).toBe('soon')
})
