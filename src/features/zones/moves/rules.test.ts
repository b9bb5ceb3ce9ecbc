import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf } from './rules'

const zone = fc.constantFrom('a', 'b', 'c', null)
const placed = fc.record({ id: fc.uuid(), zoneId: zone, households: fc.integer({ min: 0, max: 900 }) })
const compounds = fc.uniqueArray(placed, { selector: ({ id }) => id, maxLength: 60 })

test('a move loses no household and gains none', () => {
  fc.assert(
    fc.property(compounds, zone, fc.integer({ min: 1, max: 5 }), (given, to, every) => {
      const moved = new Set(given.filter((_, index) => index % every === 0).map(({ id }) => id))
      const lines = balanceOf(given, moved, to)
      const sum = (side: 'before' | 'after') => lines.reduce((total, line) => total + line[side], 0)
      expect(sum('after')).toBe(sum('before'))
    }),
  )
})

test('a zone that nothing leaves and nothing enters is not listed', () => {
  const given = [
    { id: '1', zoneId: 'a', households: 10 },
    { id: '2', zoneId: 'b', households: 20 },
    { id: '3', zoneId: 'c', households: 30 },
  ]
  expect(balanceOf(given, new Set(['1']), 'b')).toEqual([
    { zoneId: 'b', before: 20, after: 30 },
    { zoneId: 'a', before: 10, after: 0 },
  ])
})
