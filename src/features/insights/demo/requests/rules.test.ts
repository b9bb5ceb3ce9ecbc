import { expect, test } from 'vitest'
import { type Move, type State, transitionOf } from '@/features/requests/life/rules'
import { chance, storyOf } from './rules'

const stories = (seed: number) => {
  const next = chance(seed)
  return Array.from({ length: 1_200 }, () => storyOf(next, next() * 260_000, 7 * 1_440))
}

test('the same seed tells the same stories', () => {
  expect(stories(7)).toEqual(stories(7))
  expect(stories(7)).not.toEqual(stories(8))
})

test('every step is one that a request’s life knows, from the state before it, later than the one before', () => {
  for (const { steps } of stories(3)) {
    let state: State = 'submitted'
    let minute = 0
    for (const step of steps) {
      const transition = transitionOf(step.kind as Move)
      expect(transition.from).toContain(state)
      expect(step.to).toBe(transition.to)
      expect(step.minute).toBeGreaterThan(minute)
      state = step.to
      minute = step.minute
    }
  }
})

test('half a year of stories ends in nearly every state', () => {
  const ends = new Set(stories(5).map(({ steps }) => steps.at(-1)?.to ?? 'submitted'))
  for (const state of ['closed', 'to_rate', 'refused', 'withdrawn'] as const) expect(ends).toContain(state)
})
