import { expect, test } from 'vitest'
import { dueOn, untypedOf } from './rules'

test('a box is due so many days after it was emptied, or after it was hung', () => {
  expect(dueOn('2026-11-01', null, 7)).toBe('2026-11-08')
  expect(dueOn('2026-11-01', '2026-11-20', 7)).toBe('2026-11-27')
  expect(dueOn('2026-11-25', '2026-11-20', 7)).toBe('2026-12-02')
})

test('slips wait until they are typed in, and one too many in a round pays for no other round', () => {
  expect(untypedOf([])).toBe(0)
  expect(
    untypedOf([
      { slips: 3, typed: 1 },
      { slips: 0, typed: 0 },
      { slips: 1, typed: 2 },
    ]),
  ).toBe(2)
})
