import { expect, test } from 'vitest'
import { type Counted, figuresOf } from './rules'

const building = (id: string, gridId: string | null, captain: string | null = 'k'): Counted => ({
  id,
  name: id,
  communityId: 'c',
  gridId,
  stairwells: 2,
  captain: captain === null ? null : { id: captain, name: captain },
})

const BUILDINGS = [building('a', 'g'), building('b', 'g', null), building('c', null)]
const REQUESTS = [
  { communityId: 'c', buildingId: 'a', count: 2 },
  { communityId: 'c', buildingId: null, count: 3 },
  { communityId: 'other', buildingId: 'z', count: 9 },
]

test('a community answers for all that lies in it, a grid and a group for their buildings alone', () => {
  const of = (part: Parameters<typeof figuresOf>[0]) => figuresOf(part, BUILDINGS, REQUESTS)
  expect(of({ kind: 'community', id: 'c' })).toEqual({
    buildings: 3,
    stairwells: 6,
    captains: 1,
    vacant: 1,
    openRequests: 5,
  })
  expect(of({ kind: 'grid', id: 'g' })).toEqual({
    buildings: 2,
    stairwells: 4,
    captains: 1,
    vacant: 1,
    openRequests: 2,
  })
  expect(of({ kind: 'buildings', ids: ['c'] })).toEqual({
    buildings: 1,
    stairwells: 2,
    captains: 1,
    vacant: 0,
    openRequests: 0,
  })
})

test('who sees no requests is told no number of them', () => {
  expect(figuresOf({ kind: 'grid', id: 'g' }, BUILDINGS, null).openRequests).toBeNull()
})
