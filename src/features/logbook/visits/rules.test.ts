import { expect, test } from 'vitest'
import { visitDueOn } from './rules'

test('a visit is due so many days after the last one, or after the rhythm began', () => {
  expect(visitDueOn('2026-11-01', 7, null)).toBe('2026-11-08')
  expect(visitDueOn('2026-11-01', 7, '2026-11-20')).toBe('2026-11-27')
  expect(visitDueOn('2026-11-01', 7, '2026-10-20')).toBe('2026-11-08')
})
