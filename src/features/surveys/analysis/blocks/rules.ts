/** Fewer households than this, and a figure of theirs would point at somebody. */
export const SMALL_GROUP = 5

/** The smallest part by which answers are counted: what one grid holds of one compound. */
export type Part = {
  compound: string
  community: string
  grid: string | null
  /** The decade that the compound was built in. */
  age: string
  returned: number
}

/** A compound as a whole, with how many households its register knows. */
export type Place = Omit<Part, 'grid'> & { households: number }

export const DIMENSIONS = ['community', 'compound', 'grid', 'age'] as const
export type Dimension = (typeof DIMENSIONS)[number]

const find = (parents: number[], one: number): number => {
  let root = one
  while (parents[root] !== root) root = parents[root] as number
  return root
}

/** Joins what holds too few households to the nearest and smallest other, until all hold enough or all are one; answers the root of each. */
function joinSmall<T extends { returned: number }>(
  all: readonly T[],
  least: number,
  nearness: (one: T, other: T) => number,
): number[] {
  const parents = all.map((_, index) => index)
  const members = all.map((_, index) => [index])
  const size = all.map(({ returned }) => returned)
  const roots = new Set(parents)
  for (;;) {
    const small = [...roots].filter((root) => (size[root] as number) < least)
    if (small.length === 0 || roots.size === 1) return all.map((_, index) => find(parents, index))
    const from = small.reduce((one, other) => ((size[other] as number) < (size[one] as number) ? other : one))
    const near = (root: number) =>
      Math.max(
        ...(members[from] as number[]).flatMap((one) =>
          (members[root] as number[]).map((other) => nearness(all[one] as T, all[other] as T)),
        ),
      )
    const [into] = [...roots]
      .filter((root) => root !== from)
      .map((root) => ({ root, near: near(root), size: size[root] as number }))
      .sort((one, other) => other.near - one.near || one.size - other.size || one.root - other.root)
    const target = (into as { root: number }).root
    parents[from] = target
    members[target] = [...(members[target] as number[]), ...(members[from] as number[])]
    size[target] = (size[target] as number) + (size[from] as number)
    roots.delete(from)
  }
}

/** Compounds joined into strata of five answers at least, within a community and an age as long as that can be. */
export const strataOf = (places: readonly Place[]): number[] =>
  joinSmall(
    places,
    SMALL_GROUP,
    (one, other) => (one.community === other.community ? 2 : 0) + (one.age === other.age ? 1 : 0),
  )

/**
 * Joins parts into blocks of five answers at least, none across two strata. Whatever is shown to who may not see single
 * answers is a sum over whole blocks, so that sums and differences of it are again sums over whole blocks and never
 * stand for one to four households. A stratum of its own weight per block keeps weighted sums from telling more.
 */
export function blocksOf(parts: readonly Part[], stratumOf: ReadonlyMap<string, number>): number[] {
  const byStratum = new Map<number, number[]>()
  for (const [index, { compound }] of parts.entries()) {
    const stratum = stratumOf.get(compound) as number
    byStratum.set(stratum, [...(byStratum.get(stratum) ?? []), index])
  }
  const blocks = parts.map((_, index) => index)
  for (const indexes of byStratum.values()) {
    const inside = indexes.map((index) => parts[index] as Part)
    const joined = joinSmall(inside, SMALL_GROUP, (one, other) => (one.compound === other.compound ? 1 : 0))
    for (const [place, root] of joined.entries()) blocks[indexes[place] as number] = indexes[root] as number
  }
  return blocks
}

/** Rows of a table: what lies in one block stands in one row, under all the names that it has. */
export type Row = { keys: string[]; parts: number[] }

export function rowsOf(parts: readonly Part[], blocks: readonly number[], by: Dimension): Row[] {
  const rowOfKey = new Map<string, Row>()
  const keyOfBlock = new Map<number, string>()
  for (const [index, part] of parts.entries()) {
    const key = part[by] ?? ''
    const block = blocks[index] as number
    const own = rowOfKey.get(key) ?? { keys: [key], parts: [] }
    rowOfKey.set(key, own)
    const sharing = rowOfKey.get(keyOfBlock.get(block) ?? key) as Row
    if (sharing !== own) {
      sharing.keys.push(...own.keys)
      sharing.parts.push(...own.parts)
      for (const moved of own.keys) rowOfKey.set(moved, sharing)
    }
    sharing.parts.push(index)
    keyOfBlock.set(block, key)
  }
  return [...new Set(rowOfKey.values())]
}

/** Parts whose whole block lies among the wanted ones. */
export function wholeWithin(blocks: readonly number[], wanted: ReadonlySet<number>): Set<number> {
  const broken = new Set(blocks.filter((_, index) => !wanted.has(index)))
  return new Set([...wanted].filter((index) => !broken.has(blocks[index] as number)))
}
