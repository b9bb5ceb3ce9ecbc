import { expect, test } from 'vitest'
import { gathered, NONE, percentOf, sumOf } from './rules'

const tally = (issued: number, returned: number) => ({ ...NONE, issued, returned, open: issued - returned })

test('tallies of buildings add up to those of their grids and of the whole', () => {
  const rows = [
    { grid: 'a', tally: tally(10, 4) },
    { grid: 'b', tally: tally(5, 5) },
    { grid: 'a', tally: tally(2, 0) },
  ]
  const grids = gathered(rows, ({ grid }) => grid)
  expect(grids).toEqual([
    { key: 'a', tally: tally(12, 4) },
    { key: 'b', tally: tally(5, 5) },
  ])
  expect(sumOf(grids.map((one) => one.tally))).toEqual(tally(17, 9))
})

test('a share is rounded down, so that nothing is full before it is', () => {
  expect(percentOf(tally(1_000, 999))).toBe(99)
  expect(percentOf(NONE)).toBe(0)
})
