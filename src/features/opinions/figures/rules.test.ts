import { expect, test } from 'vitest'
import { boundsOf, type Counted, figuresBy, totalOf } from './rules'

const NOW = new Date('2026-11-25T08:00:00Z')
const [one, other] = [
  { id: 'a', name: '一社区' },
  { id: 'b', name: '二社区' },
]
const said = (hour: string, answeredHour: string | null, community = one): Counted => ({
  hour: new Date(hour),
  answeredHour: answeredHour === null ? null : new Date(answeredHour),
  community: community ?? { id: '', name: '' },
})

test('seven days to the hour are in time, an hour more is not, and what waits longer is late', () => {
  const rows = figuresBy(
    [
      said('2026-11-01T00:00:00Z', '2026-11-08T00:00:00Z'),
      said('2026-11-01T00:00:00Z', '2026-11-08T01:00:00Z'),
      said('2026-11-17T08:00:00Z', null),
      said('2026-11-24T08:00:00Z', null),
    ],
    NOW,
  )
  expect(rows).toMatchObject([{ month: '2026-11', received: 4, answered: 2, inTime: 1, late: 1 }])
})

test('a month is Shanghai’s, the latest stands first, and communities stay apart', () => {
  const rows = figuresBy(
    [
      said('2026-10-31T15:00:00Z', null),
      said('2026-10-31T16:00:00Z', null),
      said('2026-11-02T00:00:00Z', null, other),
    ],
    NOW,
  )
  expect(rows.map(({ month, community }) => `${month} ${community.id}`)).toEqual([
    '2026-11 a',
    '2026-11 b',
    '2026-10 a',
  ])
  expect(totalOf(rows).received).toBe(3)
})

test('the months of a period are whole, also at the turn of the year', () => {
  expect(boundsOf('2026-01', '2026-12')).toEqual({ since: '2026-01-01', before: '2027-01-01' })
  expect(boundsOf('2026-09', '2026-09')).toEqual({ since: '2026-09-01', before: '2026-10-01' })
})
