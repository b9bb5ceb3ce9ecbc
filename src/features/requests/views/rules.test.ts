import { expect, test } from 'vitest'
import { filterIn } from './rules'

test('a view keeps the filter and order, and neither the place on the page nor what the board does not know', () => {
  expect(filterIn('late=late&sort=created&cursor=abc&columns=a&evil=1')).toBe('late=late&sort=created')
  expect(filterIn('late=never&size=9999')).toBeNull()
  expect(filterIn('cursor=abc')).toBeNull()
  expect(filterIn('')).toBeNull()
  expect(filterIn('late=late&late=soon')).toBe('late=late')
})
