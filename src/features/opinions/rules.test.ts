import { expect, test } from 'vitest'
import { hourOf, isAboutSomebody, levelOf, monthsBefore } from './rules'

test('an opinion tells of when by the hour alone', () => {
  expect(hourOf(new Date('2026-11-25T08:59:59.999Z'))).toEqual(new Date('2026-11-25T08:00:00Z'))
  expect(hourOf(new Date('2026-11-25T08:00:00Z'))).toEqual(new Date('2026-11-25T08:00:00Z'))
})

test('what is about the office goes past the community', () => {
  expect(['nobody', 'captain', 'grid_member', 'worker', 'office'].map(levelOf)).toEqual([
    'community',
    'community',
    'community',
    'community',
    'street',
  ])
})

test('an opinion is about somebody by what its writer said, what it turned out to be, or who was named', () => {
  const nobody = { about: 'nobody', triage: null, aboutPersonId: null, aboutAccountId: null }
  expect(isAboutSomebody(nobody)).toBe(false)
  expect(isAboutSomebody({ ...nobody, about: 'worker' })).toBe(true)
  expect(isAboutSomebody({ ...nobody, triage: 'complaint' })).toBe(true)
  expect(isAboutSomebody({ ...nobody, aboutPersonId: 'p' })).toBe(true)
  expect(isAboutSomebody({ ...nobody, aboutAccountId: 'a' })).toBe(true)
})

test('months are those of the calendar, and a day that a month lacks is its last', () => {
  const at = (day: string) => new Date(`${day}T05:00:00Z`)
  expect(monthsBefore(at('2026-11-25'), 24)).toEqual(at('2024-11-25'))
  expect(monthsBefore(at('2026-03-31'), 1)).toEqual(at('2026-02-28'))
  expect(monthsBefore(at('2026-01-31'), 2)).toEqual(at('2025-11-30'))
})
