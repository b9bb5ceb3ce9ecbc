type Stage = 'none' | 'managed' | 'good'

export type Figures = {
  buildings: number
  householdCount: number | null
  over60: number | null
  areaSquareMetres: number | null
  stage: Stage
  pilot: boolean
}

export type Totals = {
  compounds: number
  buildings: number
  households: number
  over60: number
  areaSquareMetres: number
  stages: Record<Stage, number>
  pilots: number
}

/** The sums over a zone's compounds; what is not recorded counts as nothing. */
export function totalsOf(compounds: readonly Figures[]): Totals {
  const sum = (figure: (compound: Figures) => number | null) =>
    compounds.reduce((total, compound) => total + (figure(compound) ?? 0), 0)
  const at = (stage: Stage) => sum((compound) => (compound.stage === stage ? 1 : 0))
  return {
    compounds: compounds.length,
    buildings: sum(({ buildings }) => buildings),
    households: sum(({ householdCount }) => householdCount),
    over60: sum(({ over60 }) => over60),
    areaSquareMetres: sum(({ areaSquareMetres }) => areaSquareMetres),
    stages: { none: at('none'), managed: at('managed'), good: at('good') },
    pilots: sum(({ pilot }) => (pilot ? 1 : 0)),
  }
}

/** What stands on the plan for a zone: its number, or the first two characters of its name. */
export const markOf = (name: string): string => /\d{1,3}/.exec(name)?.[0] ?? [...name].slice(0, 2).join('')
