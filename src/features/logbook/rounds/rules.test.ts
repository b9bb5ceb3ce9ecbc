import { expect, test } from 'vitest'
import { roundDueOn, roundsDue } from './rules'

test('a round is due so many days after the last, and from the first day when there was none', () => {
  expect(roundDueOn('2026-11-18', 7, '2026-01-01')).toBe('2026-11-25')
  expect(roundDueOn(null, 7, '2026-11-20')).toBe('2026-11-20')
})

test('a month of thirty days asks for four weekly rounds, and for two of every fifteen days', () => {
  expect(roundsDue('2026-11-01', '2026-11-30', 7)).toBe(4)
  expect(roundsDue('2026-11-01', '2026-11-30', 15)).toBe(2)
  expect(roundsDue('2026-11-25', '2026-11-30', 7)).toBe(0)
  expect(roundsDue('2026-12-01', '2026-11-30', 7)).toBe(0)
})
