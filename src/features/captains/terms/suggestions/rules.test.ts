import { expect, test } from 'vitest'
import { ranked } from './rules'

const hint = (id: string, held: number, kind: 'neighbour' | 'centre-household' = 'neighbour') => ({
  person: { id, name: id },
  held,
  reason: { kind, words: '' },
})

test('more reasons come first, then fewer buildings, and who holds three is left in peace', () => {
  const people = ranked([
    hint('two', 2),
    hint('one', 1),
    hint('three', 3),
    hint('both', 2),
    hint('both', 0, 'centre-household'),
  ])
  expect(people.map(({ id }) => id)).toEqual(['both', 'one', 'two'])
})
