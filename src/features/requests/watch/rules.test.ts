import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEVELS, levelAt } from './rules'

const at = (minutes: number) => new Date(minutes * 60_000)
const watched = { warnAt: at(80), dueAt: at(100), thriceAt: at(300) }

test('the owner is warned at 80 %, the grid member hears at the deadline, the street at three times', () => {
  const levels = [79, 80, 99, 100, 149, 150, 200, 299, 300, 900].map((minute) => levelAt(watched, at(minute)))
  expect(levels).toEqual([0, 1, 1, 2, 2, 3, 4, 4, 5, 5])
})

test('word never goes down the chain as time passes', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.nat(1_000), (one, other) => {
      const [early, late] = one < other ? [one, other] : [other, one]
      expect(levelAt(watched, at(late))).toBeGreaterThanOrEqual(levelAt(watched, at(early)))
      expect(LEVELS[levelAt(watched, at(late))]).toBeDefined()
    }),
  )
})
