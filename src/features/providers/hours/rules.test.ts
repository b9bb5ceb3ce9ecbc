import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatInstant, instantAt } from '@/core/instants'
import { calendarOf } from '@/core/workdays'
import { openingAt } from './rules'
import { parseHours } from './written/rules'

const calendar = calendarOf([
  ...['01', '02', '03', '04', '05', '06', '07'].map((date) => ({
    day: `2026-10-${date}`,
    kind: 'holiday' as const,
    name: '国庆节',
  })),
  { day: '2026-09-20', kind: 'workday', name: '国庆节' },
  { day: '2026-10-10', kind: 'workday', name: '国庆节' },
])

function at(written: string, day: string, time: string): string {
  const hours = parseHours(written)
  if (!hours) throw new Error(`Not understood: ${written}`)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const { state, nextChange } = openingAt(hours, instantAt(day, hour * 60 + minute), calendar)
  return `${state} → ${nextChange ? formatInstant(nextChange, 'en') : 'never'}`
}

describe('openingAt', () => {
  it.each([
    // 2026-11-23 is a Monday
    ['周一至周五 8:30-11:30，14:00-17:30', '2026-11-23', '10:00', 'open → Mon, 23 Nov 2026, 11:30'],
    ['周一至周五 8:30-11:30，14:00-17:30', '2026-11-23', '11:30', 'closed → Mon, 23 Nov 2026, 14:00'],
    ['周一至周五 8:30-11:30，14:00-17:30', '2026-11-27', '18:00', 'closed → Mon, 30 Nov 2026, 08:30'],
    ['24小时', '2026-10-01', '03:00', 'open → never'],
    ['预约', '2026-10-01', '03:00', 'by-appointment → never'],
    ['18:00-6:00', '2026-11-23', '05:59', 'open → Mon, 23 Nov 2026, 06:00'],
    ['18:00-6:00', '2026-11-23', '23:00', 'open → Tue, 24 Nov 2026, 06:00'],
    ['周六 20:00-次日6:00', '2026-11-29', '02:00', 'open → Sun, 29 Nov 2026, 06:00'],
    ['工作日 08:30-18:00，双休日预约', '2026-11-27', '18:00', 'closed → Sat, 28 Nov 2026, 00:00'],
    ['工作日 08:30-18:00，双休日预约', '2026-11-28', '09:00', 'by-appointment → Mon, 30 Nov 2026, 00:00'],
    ['8:00-18:00，其他时间预约', '2026-11-28', '19:00', 'by-appointment → Sun, 29 Nov 2026, 08:00'],
  ])('%s on %s at %s: %s', (written, day, time, expected) => {
    expect(at(written, day, time)).toBe(expected)
  })

  it.each([
    // Thursday 1 October 2026 is National Day
    ['周一至周五 8:30-17:30', 'closed → Thu, 8 Oct 2026, 08:30'],
    ['工作日 08:30-18:00，双休日预约', 'closed → Thu, 8 Oct 2026, 08:30'],
    ['周一至周六 07:30-19:30', 'closed → Thu, 8 Oct 2026, 07:30'],
    ['周一至周日 08:00-18:00', 'open → Thu, 1 Oct 2026, 18:00'],
    ['08:00-17:30（周末 09:00-16:00）', 'open → Thu, 1 Oct 2026, 16:00'],
    ['8:00-18:00，节假日休息', 'closed → Thu, 8 Oct 2026, 08:00'],
    ['工作日8:30-17:30，节假日 9:00-12:00', 'open → Thu, 1 Oct 2026, 12:00'],
  ])('on a public holiday, %s is %s', (written, expected) => {
    expect(at(written, '2026-10-01', '10:00')).toBe(expected)
  })

  it.each([
    // Saturday 10 October 2026 is worked in exchange
    ['周一至周五 8:30-17:30', 'open → Sat, 10 Oct 2026, 17:30'],
    ['工作日 08:30-18:00，双休日预约', 'open → Sat, 10 Oct 2026, 18:00'],
    ['08:00-17:30（周末 09:00-16:00）', 'open → Sat, 10 Oct 2026, 17:30'],
    ['周二、周四 9:00-17:00', 'closed → Tue, 13 Oct 2026, 09:00'],
    ['周六 9:00-11:00', 'closed → Sat, 17 Oct 2026, 09:00'],
  ])('on a make-up workday, %s is %s', (written, expected) => {
    expect(at(written, '2026-10-10', '10:00')).toBe(expected)
  })

  it('changes over to summer time on its first day and back after its last', () => {
    const written = '夏令时 7:00-19:00；冬令时 7:30-18:00'
    expect(at(written, '2026-04-30', '07:10')).toMatch(/^closed/)
    expect(at(written, '2026-05-01', '07:10')).toMatch(/^open/)
    expect(at(written, '2026-09-30', '18:30')).toMatch(/^open/)
    expect(at(written, '2026-10-01', '18:30')).toMatch(/^closed/)
  })

  it('nothing changes before the next change, and something does at it', () => {
    const written = fc.constantFrom(
      '工作日 08:30-18:00，双休日预约',
      '夏令时 7:00-19:00；冬令时 7:30-18:00',
      '周一至周五 8:30-11:30，14:00-17:30',
      '08:00-17:30（周末 09:00-16:00）',
      '周二、周四 14:00-17:00',
      '周五、周六 20:00-次日6:00',
      '节假日 9:00-12:00',
      '24小时，节假日除外',
      '周一至周五 8:00-18:00，其他时间预约',
    )
    const minutes = fc.integer({ min: 0, max: 500 * 1440 })
    fc.assert(
      fc.property(written, minutes, fc.double({ min: 0, max: 0.999, noNaN: true }), (text, offset, share) => {
        const hours = parseHours(text)
        if (!hours) throw new Error(text)
        const now = new Date(instantAt('2025-12-01', 0).getTime() + offset * 60_000)
        const { state, nextChange } = openingAt(hours, now, calendar)
        if (!nextChange) return
        expect(nextChange.getTime()).toBeGreaterThan(now.getTime())
        expect(openingAt(hours, nextChange, calendar).state).not.toBe(state)
        const between = new Date(now.getTime() + share * (nextChange.getTime() - now.getTime()))
        expect(openingAt(hours, between, calendar)).toEqual({ state, nextChange })
      }),
      { numRuns: 400 },
    )
  })
})
