import { expect, test } from 'vitest'
import { inRouteOrder, type Stop } from './rules'

const now = new Date('2026-11-25T02:00:00Z')
const stop = (id: string, east: number | null, rest: Partial<Stop> = {}): Stop => ({
  id,
  state: 'dispatched',
  at: east === null ? null : { longitude: 120 + east / 100, latitude: 32.5 },
  dueAt: new Date('2026-11-26T02:00:00Z'),
  warnAt: new Date('2026-11-25T22:00:00Z'),
  ...rest,
})
const order = (...stops: Stop[]) => inRouteOrder(stops, now).map(({ id }) => id)

test('from where somebody works the walk goes on to the nearest door', () => {
  const here = stop('here', 5, { state: 'in_progress' })
  expect(order(stop('far', 0), stop('near', 6), here, stop('next', 7))).toEqual([
    'here',
    'near',
    'next',
    'far',
  ])
})

test('what presses comes before what is near, the most pressing first', () => {
  const late = stop('late', 9, {
    warnAt: new Date('2026-11-25T01:00:00Z'),
    dueAt: new Date('2026-11-25T01:30:00Z'),
  })
  const soon = stop('soon', 8, {
    warnAt: new Date('2026-11-25T01:00:00Z'),
    dueAt: new Date('2026-11-25T03:00:00Z'),
  })
  expect(order(stop('near', 0), soon, late)).toEqual(['late', 'soon', 'near'])
})

test('without a map place comes after the walk, what stands still after all', () => {
  const paused = stop('paused', 0, { state: 'paused', warnAt: null, dueAt: null })
  expect(order(paused, stop('nowhere', null), stop('b', 2), stop('a', 1))).toEqual([
    'b',
    'a',
    'nowhere',
    'paused',
  ])
})
