import fc from 'fast-check'
import { expect, test } from 'vitest'
import { happenedAt, phoneClock } from './phone-clock'

const now = new Date('2026-11-25T10:00:00+08:00')

test('a clock that is a day ahead is put right', () => {
  const made = { at: '2026-11-26T08:30:00+08:00', aheadSeconds: 86_400 }
  expect(happenedAt(made, now)).toEqual(new Date('2026-11-25T08:30:00+08:00'))
})

test('nothing happened after now, and nothing is older than sixty days', () => {
  expect(happenedAt({ at: '2026-11-25T11:00:00+08:00', aheadSeconds: 0 }, now)).toEqual(now)
  expect(happenedAt({ at: '2020-01-01T00:00:00Z', aheadSeconds: 0 }, now)).toEqual(
    new Date('2026-09-26T10:00:00+08:00'),
  )
})

test('whatever the phone says, what happened lies within the last sixty days', () => {
  const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(instant, fc.integer({ min: -3e8, max: 3e8 }), (at, aheadSeconds) => {
      const happened = happenedAt({ at: at.toISOString(), aheadSeconds }, now)
      expect(happened.getTime()).toBeLessThanOrEqual(now.getTime())
      expect(now.getTime() - happened.getTime()).toBeLessThanOrEqual(60 * 86_400_000)
    }),
  )
})

test('a time without a zone is none', () => {
  expect(phoneClock().safeParse({ at: '2026-11-25T10:00:00', aheadSeconds: 0 }).success).toBe(false)
})
