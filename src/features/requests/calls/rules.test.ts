import { expect, test } from 'vitest'
import { uuidv7 } from '@/core/identifier'
import { reasonToCall } from './rules'

const usual = { id: '01990000-0000-7000-8000-000000000001', round: 1, wasLate: false, isSatisfied: null }

test('who was not satisfied, waited too long or had to ask again is called', () => {
  expect(reasonToCall({ ...usual, isSatisfied: false, wasLate: true })).toBe('not-satisfied')
  expect(reasonToCall({ ...usual, wasLate: true, round: 2 })).toBe('late')
  expect(reasonToCall({ ...usual, round: 2 })).toBe('again')
  expect(reasonToCall(usual)).toBeNull()
  expect(reasonToCall({ ...usual, id: '01990000-0000-7000-8000-000000000005' })).toBe('sample')
})

test('of the usual ones about one in five is called, always the same ones', () => {
  const ids = Array.from({ length: 2_000 }, () => uuidv7())
  const called = ids.filter((id) => reasonToCall({ ...usual, id }))
  expect(called.length / ids.length).toBeGreaterThan(0.15)
  expect(called.length / ids.length).toBeLessThan(0.25)
  expect(ids.filter((id) => reasonToCall({ ...usual, id }))).toEqual(called)
})
