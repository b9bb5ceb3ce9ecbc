import type { Place } from '../blocks/rules'

export const WEIGHTINGS = ['compound', 'community', 'none'] as const
export type Weighting = (typeof WEIGHTINGS)[number]

/** Post-stratification against non-response: a household that answered stands for registered households / returned of its stratum. */
export function weightsOf(
  places: readonly Place[],
  strata: readonly number[],
  weighting: Weighting,
): Map<string, number> {
  if (weighting === 'none') return new Map(places.map(({ compound }) => [compound, 1]))
  const joined = weighting === 'compound' ? strata : joinedByCommunity(places, strata)
  const sums = new Map<number, { registered: number; returned: number }>()
  for (const [index, { households, returned }] of places.entries()) {
    const sum = sums.get(joined[index] as number) ?? { registered: 0, returned: 0 }
    sum.registered += households
    sum.returned += returned
    sums.set(joined[index] as number, sum)
  }
  return new Map(
    places.map(({ compound }, index) => {
      const { registered, returned } = sums.get(joined[index] as number) ?? { registered: 0, returned: 0 }
      return [compound, registered > 0 && returned > 0 ? registered / returned : 1]
    }),
  )
}

/** Strata that share a community, as one. */
function joinedByCommunity(places: readonly Place[], strata: readonly number[]): number[] {
  const joined = [...strata]
  const first = new Map<string, number>()
  for (const [index, { community }] of places.entries()) {
    const own = joined[index] as number
    const known = first.get(community) ?? own
    first.set(community, known)
    if (known === own) continue
    for (const [other, stratum] of joined.entries()) if (stratum === own) joined[other] = known
    for (const [name, stratum] of first) if (stratum === own) first.set(name, known)
  }
  return joined
}

/** Kish's design effect of unequal weights: n Σw² / (Σw)², 1 where all weigh the same. */
export function designEffect(counted: readonly { weight: number; count: number }[]): number {
  let [n, sum, squares] = [0, 0, 0]
  for (const { weight, count } of counted) {
    n += count
    sum += weight * count
    squares += weight * weight * count
  }
  return sum === 0 ? 1 : Math.max(1, (n * squares) / (sum * sum))
}

const Z = 1.959964

/**
 * Wilson's score interval of a share at 95 % (Wilson 1927), with the number of answers divided by the design effect
 * (Korn and Graubard 1998). Nothing is taken off for the finite number of households, so that it is rather too wide.
 */
export function intervalOf(share: number, answers: number, effect: number): { low: number; high: number } {
  const n = answers / effect
  if (!(n > 0)) return { low: 0, high: 1 }
  const middle = share + (Z * Z) / (2 * n)
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const whole = 1 + (Z * Z) / n
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) }
}
