import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOf, sharesBy } from './rules'

const compounds = fc.array(
  fc.record({
    stage: fc.constantFrom('none' as const, 'managed' as const, 'good' as const),
    households: fc.nat(900),
    zone: fc.constantFrom('a', 'b', 'c'),
  }),
)

test('every compound stands at one stage, in one group', () => {
  fc.assert(
    fc.property(compounds, (given) => {
      const whole = shareOf(given)
      const groups = sharesBy(given, ({ zone }) => zone)
      const sum = (figure: (share: { compounds: number; households: number }) => number) =>
        groups.reduce((total, group) => total + figure(group), 0)
      expect(whole.stages.none + whole.stages.managed + whole.stages.good).toBe(given.length)
      expect(sum((share) => share.compounds)).toBe(given.length)
      expect(sum((share) => share.households)).toBe(whole.households)
    }),
  )
})
