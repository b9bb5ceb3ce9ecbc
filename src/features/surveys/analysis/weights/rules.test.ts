import { expect, test } from 'vitest'
import type { Place } from '../blocks/rules'
import { designEffect, intervalOf, weightsOf } from './rules'

const place = (compound: string, community: string, households: number, returned: number): Place => ({
  compound,
  community,
  age: '',
  households,
  returned,
})

test('an answer stands for as many households as its stratum has for each that returned', () => {
  const places = [place('a', 'one', 100, 50), place('b', 'one', 300, 50), place('c', 'two', 90, 30)]
  const strata = [0, 1, 2]
  expect([...weightsOf(places, strata, 'compound').values()]).toEqual([2, 6, 3])
  expect([...weightsOf(places, strata, 'community').values()]).toEqual([4, 4, 3])
  expect([...weightsOf(places, strata, 'none').values()]).toEqual([1, 1, 1])
  expect([...weightsOf(places, [0, 0, 2], 'compound').values()]).toEqual([4, 4, 3])
})

test('strata across communities keep both together when communities weigh', () => {
  const places = [place('a', 'one', 10, 2), place('b', 'two', 30, 8), place('c', 'two', 60, 10)]
  expect([...weightsOf(places, [0, 0, 2], 'community').values()]).toEqual([5, 5, 5])
})

test('equal weights have no design effect, and unequal ones Kish’s', () => {
  expect(designEffect([{ weight: 3, count: 40 }])).toBe(1)
  // n = 20, Σw = 40, Σw² = 100
  expect(
    designEffect([
      { weight: 1, count: 10 },
      { weight: 3, count: 10 },
    ]),
  ).toBeCloseTo(1.25)
})

test('the interval is Wilson’s as textbooks print it, and wider with a design effect', () => {
  const { low, high } = intervalOf(0.5, 100, 1)
  expect(low).toBeCloseTo(0.4038, 4)
  expect(high).toBeCloseTo(0.5962, 4)
  const none = intervalOf(0, 10, 1)
  expect(none.low).toBe(0)
  expect(none.high).toBeCloseTo(0.2775, 4)
  expect(intervalOf(0.5, 100, 2).low).toBeCloseTo(intervalOf(0.5, 50, 1).low)
})
