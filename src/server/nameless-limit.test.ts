import { expect, test } from 'vitest'
import { NamelessLimit } from './nameless-limit'

const AT = new Date('2026-11-25T08:00:00Z')
const later = (hours: number) => new Date(AT.getTime() + hours * 3_600_000)

test('so many calls of an address pass in the time, then none, then again; another address has its own', () => {
  const limit = new NamelessLimit(2, 3_600)
  expect([1, 2, 3].map(() => limit.take('198.51.100.7', AT))).toEqual([true, true, false])
  expect(limit.take('198.51.100.8', AT)).toBe(true)
  expect(limit.take('198.51.100.7', later(1))).toBe(true)
})

test('an address has one key all day and another on the next, by Shanghai’s midnight', () => {
  const limit = new NamelessLimit(2, 3_600)
  const key = limit.keyOf('198.51.100.7', AT)
  expect(limit.keyOf('198.51.100.7', later(7.9))).toBe(key)
  expect(limit.keyOf('198.51.100.7', later(8))).not.toBe(key)
  expect(key).not.toContain('198.51.100.7')
})
