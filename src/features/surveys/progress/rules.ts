/** How many questionnaires went out and how many of them came to what; those still open are to be visited. */
export type Tally = { issued: number; returned: number; begun: number; declined: number; open: number }

export const NONE: Tally = { issued: 0, returned: 0, begun: 0, declined: 0, open: 0 }

const plus = (one: Tally, other: Tally): Tally => ({
  issued: one.issued + other.issued,
  returned: one.returned + other.returned,
  begun: one.begun + other.begun,
  declined: one.declined + other.declined,
  open: one.open + other.open,
})

export const sumOf = (tallies: readonly Tally[]): Tally => tallies.reduce(plus, NONE)

export type Placed<Key> = { key: Key; tally: Tally }

/** Tallies put together by what they have in common, in the order in which they come. */
export function gathered<T, Key>(
  rows: readonly (T & { tally: Tally })[],
  keyOf: (row: T) => Key,
): Placed<Key>[] {
  const sums = new Map<Key, Tally>()
  for (const row of rows) sums.set(keyOf(row), plus(sums.get(keyOf(row)) ?? NONE, row.tally))
  return [...sums].map(([key, tally]) => ({ key, tally }))
}

/** The share returned, in whole per cent; of nothing there is none. */
export const percentOf = ({ issued, returned }: Tally): number =>
  issued === 0 ? 0 : Math.floor((returned * 100) / issued)
