import { expect, test } from 'vitest'
import { milliseconds } from '../clock/rules'
import { SEED_CATEGORIES } from './rules'

const HOUR = 3_600_000

test('every category has its own code, and time to accept is never longer than time to resolve', () => {
  expect(new Set(SEED_CATEGORIES.map(({ code }) => code)).size).toBe(SEED_CATEGORIES.length)
  for (const { code, accept, arrive, resolve } of SEED_CATEGORIES) {
    expect(milliseconds(accept), code).toBeGreaterThan(0)
    expect(milliseconds(accept), code).toBeLessThanOrEqual(milliseconds(arrive))
    expect(milliseconds(arrive), code).toBeLessThanOrEqual(milliseconds(resolve))
  }
})

test('what endangers life names a number to call, and is arrived at within half an hour', () => {
  const dangers = SEED_CATEGORIES.filter(({ danger }) => danger !== null)
  expect(dangers.map(({ code }) => code)).toEqual(['fire', 'gas', 'lift-trapped', 'falling'])
  for (const { danger, arrive, resolve } of dangers) {
    expect(['110', '119', '120']).toContain(danger)
    expect(milliseconds(arrive)).toBeLessThanOrEqual(HOUR / 2)
    expect(milliseconds(resolve)).toBeLessThanOrEqual(2 * HOUR)
  }
})

test('nothing is allowed more than the 15 days of a complex matter', () => {
  for (const { code, resolve } of SEED_CATEGORIES)
    expect(milliseconds(resolve), code).toBeLessThanOrEqual(15 * 24 * HOUR)
})
