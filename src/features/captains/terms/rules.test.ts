import { expect, test } from 'vitest'
import { byMonth, coverageBy, endingsOf, type TermSite, termOn } from './rules'

const TODAY = '2026-11-25'
const term = (appointmentId: string, startsOn: string, endsOn: string | null) => ({
  appointmentId,
  person: appointmentId,
  startsOn,
  endsOn,
})
const site = (id: string, terms: TermSite['terms'], more: Partial<TermSite> = {}): TermSite => ({
  id,
  name: id,
  community: { id: 'c1', name: 'c1' },
  grid: { id: 'g1', name: 'g1' },
  stairwells: 2,
  terms,
  election: null,
  ...more,
})

test('a term holds on its first and on its last day, not the day before or after', () => {
  const one = site('a', [term('t', '2026-11-25', '2026-11-27')])
  expect(
    ['2026-11-24', '2026-11-25', '2026-11-27', '2026-11-28'].map((day) => termOn(one, day) !== null),
  ).toEqual([false, true, true, false])
})

test('what has ended without a successor is overdue and stands first, then month by month', () => {
  const endings = endingsOf(
    [
      site('past', [term('p', '2023-01-01', '2026-11-24')]),
      site('today', [term('t', '2023-01-01', TODAY)]),
      site('january', [term('j', '2023-01-01', '2027-01-31')]),
      site('endless', [term('e', '2023-01-01', null)]),
      site('never', []),
      site('succeeded', [term('s', '2020-01-01', '2022-12-31'), term('e', '2023-01-01', null)]),
    ],
    TODAY,
  )
  expect(
    byMonth(endings).map(({ month, endings: group }) => [month, group.map(({ person }) => person)]),
  ).toEqual([
    [null, ['p']],
    ['2026-11', ['t']],
    ['2027-01', ['j']],
  ])
})

test('buildings of one term stand together, and a successor who begins later leaves a gap of days', () => {
  const [ending] = endingsOf(
    [
      site('a', [term('t', '2023-01-01', '2026-12-31'), term('n', '2027-01-01', null)]),
      site('b', [term('t', '2023-01-01', '2026-12-31'), term('n', '2027-01-11', null)]),
      site('c', [term('t', '2023-01-01', '2026-12-31')]),
    ],
    TODAY,
  )
  expect(ending?.sites.map(({ id, gapDays }) => [id, gapDays])).toEqual([
    ['a', 0],
    ['b', 10],
    ['c', null],
  ])
})

test('coverage by hand: five buildings, eleven stairwells, two vacant with five of them', () => {
  const held = [term('t', '2023-01-01', null)]
  const sites = [
    site('a', held),
    site('b', held, { stairwells: 3 }),
    site('c', [term('later', '2026-11-26', null)], { stairwells: 4 }),
    site('d', [term('gone', '2020-01-01', '2026-11-24')], { stairwells: 1, grid: null }),
    site('e', held, { stairwells: 1, community: { id: 'c2', name: 'c2' }, grid: { id: 'g2', name: 'g2' } }),
  ]
  expect(coverageBy(sites, TODAY, ({ community }) => community)).toEqual([
    { id: 'c1', name: 'c1', buildings: 4, vacant: 2, stairwells: 10, vacantStairwells: 5 },
    { id: 'c2', name: 'c2', buildings: 1, vacant: 0, stairwells: 1, vacantStairwells: 0 },
  ])
  expect(
    coverageBy(sites, TODAY, ({ grid }) => grid).map(({ id, buildings, vacant }) => [id, buildings, vacant]),
  ).toEqual([
    ['g1', 3, 1],
    ['g2', 1, 0],
  ])
})
