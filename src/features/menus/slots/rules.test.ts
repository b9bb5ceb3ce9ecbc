import { describe, expect, test } from 'vitest'
import { formatTime } from '@/core/instants'
import { calendarOf } from '@/core/workdays'
import { parseHours } from '@/features/providers/hours/written/rules'
import { slotsOn } from './rules'

const hours = (written: string) => {
  const parsed = parseHours(written)
  if (!parsed) throw new Error(written)
  return parsed
}
const NO_HOLIDAYS = calendarOf([])
const times = (written: string, day: string, minutes: number, calendar = NO_HOLIDAYS) =>
  slotsOn(hours(written), day, calendar, minutes).map(
    ({ startsAt, endsAt }) => `${formatTime(startsAt)}-${formatTime(endsAt)}`,
  )

describe('slotsOn', () => {
  test('cuts each stretch of the day by itself and offers no time that would run over its end', () => {
    expect(times('每天 8:00-11:30，14:00-17:00', '2026-11-25', 60)).toEqual([
      '08:00-09:00',
      '09:00-10:00',
      '10:00-11:00',
      '14:00-15:00',
      '15:00-16:00',
      '16:00-17:00',
    ])
  })

  test('offers nothing on a day on which the place is closed, nor on a holiday that it keeps', () => {
    expect(times('周一至周五 8:00-10:00', '2026-11-28', 60)).toEqual([])
    const holiday = calendarOf([{ day: '2026-10-01', kind: 'holiday', name: '国庆节' }])
    expect(times('周一至周五 8:00-10:00', '2026-10-01', 60, holiday)).toEqual([])
    expect(times('周一至周五 8:00-10:00', '2026-11-27', 60)).toHaveLength(2)
  })

  test('a stretch shorter than one time offers none', () => {
    expect(times('每天 8:00-8:45', '2026-11-25', 60)).toEqual([])
  })
})
