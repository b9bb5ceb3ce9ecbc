import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countFaults, lastDayOf, outcomeOf, sitesName } from './rules'

const HALF = { turnoutPercent: 50, winnerPercent: 50 }

test('more than half of the households take part: exactly half is not enough', () => {
  const votes = { a: 24 }
  expect(outcomeOf({ cast: 24, votes }, { entitled: 48, ...HALF })).toEqual({ won: false, why: 'turnout' })
  expect(outcomeOf({ cast: 25, votes }, { entitled: 48, ...HALF })).toEqual({ won: true, winnerId: 'a' })
})

test('more than half of the ballots cast elect, invalid ones and abstentions counted', () => {
  const quorum = { entitled: 48, ...HALF }
  expect(outcomeOf({ cast: 30, votes: { a: 15, b: 10 } }, quorum)).toEqual({ won: false, why: 'majority' })
  expect(outcomeOf({ cast: 30, votes: { a: 16, b: 10 } }, quorum)).toEqual({ won: true, winnerId: 'a' })
})

test('two with the same number elect nobody, where a smaller share is enough', () => {
  const quorum = { entitled: 40, turnoutPercent: 30, winnerPercent: 30 }
  expect(outcomeOf({ cast: 30, votes: { a: 12, b: 12 } }, quorum)).toEqual({ won: false, why: 'tie' })
})

test('a count sheet without faults never has more ballots than households, and every ballot is for one thing', () => {
  const few = fc.integer({ min: 0, max: 60 })
  fc.assert(
    fc.property(few, few, few, few, few, few, (cast, valid, invalid, forNobody, a, b) => {
      const votes = { a, b }
      const faults = countFaults({ cast, valid, invalid, forNobody, votes }, 40, ['a', 'b'])
      const agrees = cast <= 40 && valid + invalid === cast && a + b + forNobody === valid
      expect(Object.keys(faults).length === 0).toBe(agrees)
    }),
  )
})

test('a nominee without a number and a number without a nominee are faults of their field', () => {
  const sheet = { cast: 3, valid: 3, invalid: 0, forNobody: 0, votes: { x: 3 } }
  expect(countFaults(sheet, 9, ['a'])).toEqual({ 'votes.x': 'unknown-reference', 'votes.a': 'required' })
})

test('a term of years ends the day before its anniversary', () => {
  expect(lastDayOf('2026-11-25', 3)).toBe('2029-11-24')
  expect(lastDayOf('2026-01-01', 1)).toBe('2026-12-31')
  expect(lastDayOf('2024-02-29', 3)).toBe('2027-02-28')
  expect(lastDayOf('2023-03-01', 1)).toBe('2024-02-29')
})

test('buildings are named by compound', () => {
  const site = (compound: string, name: string) => ({ name, compound: { name: compound } })
  expect(sitesName([site('古田新村', '1幢'), site('古田新村', '2幢'), site('三星新村', '5幢')])).toBe(
    '古田新村1幢、2幢，三星新村5幢',
  )
})
