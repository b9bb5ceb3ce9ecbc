import type { EvidenceKind } from '@/generated/prisma/enums'

export type Evidence = {
  kind: EvidenceKind
  sourceId: string
  compoundId: string
  householdId: string | null
  happenedOn: Date
}

export type Figures = { households: number; compounds: number; sinceOn: Date | null }

/** What each counts for in the priority; the page shows this rule with the list. */
export const POINTS = { household: 1, compound: 10, urgent: 200 } as const

/** From so many points on a demand is high, or middle. */
export const LEVELS = { high: 500, middle: 100 } as const

/** Sources that are one household's even where no door is known. */
export const ONE_HOUSEHOLD: readonly EvidenceKind[] = ['answer', 'request']

/** Fewer households than this in a compound, and their words would point at somebody. */
export const SMALL_GROUP = 5

/** How many households, in which compounds, since when. Opinions are anonymous and count towards none of the three. */
export function figuresOf(evidence: readonly Evidence[]): Figures {
  const counted = evidence.filter(({ kind }) => kind !== 'opinion')
  const households = new Set(
    counted.flatMap(
      ({ kind, householdId, sourceId }) => householdId ?? (ONE_HOUSEHOLD.includes(kind) ? sourceId : []),
    ),
  )
  const days = counted.map(({ happenedOn }) => happenedOn.getTime())
  return {
    households: households.size,
    compounds: new Set(counted.map(({ compoundId }) => compoundId)).size,
    sinceOn: days.length ? new Date(days.reduce((one, other) => Math.min(one, other))) : null,
  }
}

export const priorityOf = (figures: Pick<Figures, 'households' | 'compounds'>, isUrgent: boolean): number =>
  figures.households * POINTS.household + figures.compounds * POINTS.compound + (isUrgent ? POINTS.urgent : 0)

export type Level = 'high' | 'middle' | 'low'

export const levelOf = (priority: number): Level =>
  priority >= LEVELS.high ? 'high' : priority >= LEVELS.middle ? 'middle' : 'low'
