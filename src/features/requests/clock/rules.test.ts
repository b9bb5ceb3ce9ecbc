import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '@/core/instants'
import { calendarOf, isWorkday } from '@/core/workdays'
import { announcedDays } from '@/features/places/calendar/rules'
import { dueAt, elapsed, milliseconds, type Pause, UNITS } from './rules'

const calendar = calendarOf([...announcedDays(2025), ...announcedDays(2026)])
const shanghai = (text: string) => new Date(`${text}+08:00`)
const written = (instant: Date | null) =>
  instant && new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const instant = fc.date({
  min: shanghai('2026-01-05T00:00'),
  max: shanghai('2026-11-01T00:00'),
  noInvalidDate: true,
})
const allowance = fc.record({ amount: fc.integer({ min: 1, max: 20 }), unit: fc.constantFrom(...UNITS) })
const pauses = fc.array(
  fc
    .tuple(instant, fc.integer({ min: 0, max: 5 * 86_400_000 }))
    .map(([startsAt, length]): Pause => ({ startsAt, endsAt: new Date(startsAt.getTime() + length) })),
  { maxLength: 6 },
)

test('hours and minutes run through the night', () => {
  expect(written(dueAt(shanghai('2026-11-25T23:30'), { amount: 2, unit: 'hours' }, [], calendar))).toBe(
    '2026-11-26 01:30',
  )
})

test('a workday from Friday afternoon ends on Monday afternoon', () => {
  expect(written(dueAt(shanghai('2026-11-27T15:00'), { amount: 1, unit: 'workdays' }, [], calendar))).toBe(
    '2026-11-30 15:00',
  )
})

test('what comes in on a day off counts from the next workday’s midnight', () => {
  expect(written(dueAt(shanghai('2026-11-28T10:00'), { amount: 1, unit: 'workdays' }, [], calendar))).toBe(
    '2026-12-01 00:00',
  )
})

test('the National Day holiday of 2026 does not count, its make-up Saturday does', () => {
  expect(isWorkday('2026-10-10', calendar)).toBe(true)
  expect(written(dueAt(shanghai('2026-09-30T09:00'), { amount: 3, unit: 'workdays' }, [], calendar))).toBe(
    '2026-10-10 09:00',
  )
})

test('a pause moves the end by as much as it stood still, to the minute', () => {
  const pause = { startsAt: shanghai('2026-11-25T10:07'), endsAt: shanghai('2026-11-25T11:20') }
  expect(written(dueAt(shanghai('2026-11-25T10:00'), { amount: 2, unit: 'hours' }, [pause], calendar))).toBe(
    '2026-11-25 13:13',
  )
})

test('while a pause has no end there is no due time, unless it was over before', () => {
  const open = { startsAt: shanghai('2026-11-25T10:30'), endsAt: null }
  const start = shanghai('2026-11-25T10:00')
  expect(dueAt(start, { amount: 1, unit: 'hours' }, [open], calendar)).toBeNull()
  expect(written(dueAt(start, { amount: 20, unit: 'minutes' }, [open], calendar))).toBe('2026-11-25 10:20')
})

test('what has run until the due time is what was allowed', () => {
  fc.assert(
    fc.property(instant, allowance, pauses, (start, allowed, stood) => {
      const due = dueAt(start, allowed, stood, calendar)
      if (!due) throw new Error('every pause has an end')
      expect(elapsed(start, due, allowed.unit, stood, calendar)).toBe(milliseconds(allowed))
    }),
  )
})

test('a longer allowance is never due earlier, and pauses never make anything due earlier', () => {
  fc.assert(
    fc.property(instant, allowance, pauses, (start, allowed, stood) => {
      const due = dueAt(start, allowed, stood, calendar)?.getTime() ?? 0
      const longer = dueAt(start, { ...allowed, amount: allowed.amount + 1 }, stood, calendar)?.getTime() ?? 0
      const plain = dueAt(start, allowed, [], calendar)?.getTime() ?? 0
      expect(longer).toBeGreaterThan(due)
      expect(plain).toBeLessThanOrEqual(due)
    }),
  )
})

test('in workdays nothing is ever due in the middle of a day off', () => {
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 15 }), (start, amount) => {
      const due = dueAt(start, { amount, unit: 'workdays' }, [], calendar)
      const justBefore = new Date((due?.getTime() ?? 0) - 1)
      expect(isWorkday(dayOf(justBefore), calendar)).toBe(true)
    }),
  )
})
