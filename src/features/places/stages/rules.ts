type Stage = 'none' | 'managed' | 'good'

export type Standing = { stage: Stage; households: number }
export type Share = {
  compounds: number
  households: number
  stages: Record<Stage, number>
}

/** How many compounds stand at each stage, and the households of them all. */
export function shareOf(compounds: readonly Standing[]): Share {
  const stages = { none: 0, managed: 0, good: 0 }
  for (const { stage } of compounds) stages[stage]++
  return {
    compounds: compounds.length,
    households: compounds.reduce((sum, { households }) => sum + households, 0),
    stages,
  }
}

/** The shares of groups, in the order in which the groups first appear. */
export function sharesBy<C extends Standing>(
  compounds: readonly C[],
  groupOf: (compound: C) => string,
): (Share & { group: string })[] {
  const groups = new Map<string, C[]>()
  for (const compound of compounds) {
    const group = groupOf(compound)
    groups.set(group, [...(groups.get(group) ?? []), compound])
  }
  return [...groups].map(([group, members]) => ({ group, ...shareOf(members) }))
}
