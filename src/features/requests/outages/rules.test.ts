import { expect, test } from 'vitest'
import { outageStateAt } from './rules'

const at = (hour: number) => new Date(Date.UTC(2026, 10, 25, hour))
const times = { startsAt: at(8), endsAt: at(10), withdrawnAt: null }

test('a notice is upcoming until it begins, current until it ends, and over from that moment', () => {
  expect(outageStateAt(times, at(7))).toBe('upcoming')
  expect(outageStateAt(times, at(8))).toBe('current')
  expect(outageStateAt(times, at(10))).toBe('over')
  expect(outageStateAt({ ...times, endsAt: null }, at(23))).toBe('current')
  expect(outageStateAt({ ...times, withdrawnAt: at(9) }, at(9))).toBe('withdrawn')
})
