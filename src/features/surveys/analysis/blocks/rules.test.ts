import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  blocksOf,
  DIMENSIONS,
  type Part,
  type Place,
  rowsOf,
  SMALL_GROUP,
  strataOf,
  wholeWithin,
} from './rules'

/** A street as it may come: few or no answers here and there, grids across compounds, compounds across grids. */
const streets = fc
  .array(
    fc.record({
      community: fc.integer({ min: 0, max: 3 }),
      age: fc.constantFrom('1980', '1990', ''),
      grids: fc.uniqueArray(
        fc.record({ grid: fc.integer({ min: 0, max: 6 }), returned: fc.integer({ min: 0, max: 12 }) }),
        { minLength: 1, maxLength: 3, selector: ({ grid }) => grid },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((compounds) =>
    compounds.flatMap(({ community, age, grids }, index) =>
      grids.map(
        ({ grid, returned }): Part => ({
          compound: `compound ${index}`,
          community: `community ${community}`,
          grid: grid === 0 ? null : `grid ${grid}`,
          age,
          returned,
        }),
      ),
    ),
  )

function blocksIn(parts: readonly Part[]): { blocks: number[]; places: Place[]; strata: number[] } {
  const places = [...new Set(parts.map(({ compound }) => compound))].map((compound): Place => {
    const own = parts.filter((part) => part.compound === compound)
    const { community, age } = own[0] as Part
    const returned = own.reduce((all, part) => all + part.returned, 0)
    return { compound, community, age, returned, households: returned * 2 }
  })
  const strata = strataOf(places)
  const blocks = blocksOf(
    parts,
    new Map(places.map(({ compound }, index) => [compound, strata[index] as number])),
  )
  return { blocks, places, strata }
}

/** Every set of parts whose figures may be asked for: each row of each dimension, within each community or compound or neither. */
function everyAnswer(parts: readonly Part[], blocks: readonly number[]): Set<number>[] {
  const all = new Set(parts.keys())
  const filters = [
    all,
    ...(['community', 'compound'] as const).flatMap((by) =>
      rowsOf(parts, blocks, by).map((row) => new Set(row.parts)),
    ),
    ...[...new Set(parts.map(({ community }) => community))].map((community) =>
      wholeWithin(blocks, new Set([...all].filter((part) => parts[part]?.community === community))),
    ),
  ]
  const rows = DIMENSIONS.flatMap((by) => rowsOf(parts, blocks, by).map((row) => new Set(row.parts)))
  return filters.flatMap((filter) => [
    filter,
    ...rows.map((row) => new Set([...row].filter((part) => filter.has(part)))),
  ])
}

const without = (one: ReadonlySet<number>, other: ReadonlySet<number>) =>
  new Set([...one].filter((part) => !other.has(part)))

test('no two answers that may be asked for differ by one to four households, nor share so few', () => {
  fc.assert(
    fc.property(streets, (parts) => {
      const { blocks } = blocksIn(parts)
      const households = (some: Iterable<number>) =>
        [...some].reduce((all, part) => all + (parts[part]?.returned ?? 0), 0)
      fc.pre(households(parts.keys()) >= SMALL_GROUP)
      const sets = everyAnswer(parts, blocks)
      for (const one of sets)
        for (const other of sets)
          for (const left of [
            without(one, other),
            without(one, without(one, other)),
            new Set([...one, ...other]),
          ]) {
            const count = households(left)
            if (count > 0 && count < SMALL_GROUP) throw new Error(`${count} households stand alone`)
          }
    }),
    { numRuns: 40 },
  )
})

test('a table shows every household once, whatever had to be put together', () => {
  fc.assert(
    fc.property(streets, fc.constantFrom(...DIMENSIONS), (parts, by) => {
      const { blocks } = blocksIn(parts)
      const rows = rowsOf(parts, blocks, by)
      expect(rows.flatMap((row) => row.parts).sort((one, other) => one - other)).toEqual([...parts.keys()])
      const keys = rows.flatMap((row) => row.keys)
      expect(new Set(keys).size).toBe(keys.length)
    }),
  )
})

test('all of a block weighs the same, so that weighted sums tell no more than plain ones', () => {
  fc.assert(
    fc.property(streets, (parts) => {
      const { blocks, places, strata } = blocksIn(parts)
      const stratum = new Map(places.map(({ compound }, index) => [compound, strata[index]]))
      for (const [one, block] of blocks.entries())
        expect(stratum.get(parts[one]?.compound ?? '')).toBe(stratum.get(parts[block]?.compound ?? ''))
    }),
  )
})

test('where nothing is small, nothing is put together', () => {
  const parts = ['a', 'b', 'c'].map(
    (compound): Part => ({ compound, community: 'one', grid: compound, age: '1990', returned: 5 }),
  )
  const { blocks } = blocksIn(parts)
  expect(rowsOf(parts, blocks, 'compound').map(({ keys }) => keys)).toEqual([['a'], ['b'], ['c']])
})
