import type { ServiceCategory } from '@/core/service-categories'
import type { Contract } from '../resources/rules'

/** Where something is to be served: a zone, a compound with the zone that it lies in, or the whole street. */
export type Area =
  | { kind: 'street' }
  | { kind: 'zone'; zoneId: string; compoundIds: readonly string[] }
  | { kind: 'compound'; compoundId: string; zoneId: string | null }

export type Placed = { zoneId: string | null; compoundId: string | null }
export type Coverage = 'covered' | 'partly' | 'none'

/** One household in so many is taken to ask in a week. */
const HOUSEHOLDS_PER_WEEKLY_JOB = 20

export const weeklyJobs = (households: number): number =>
  households === 0 ? 0 : Math.max(1, Math.ceil(households / HOUSEHOLDS_PER_WEEKLY_JOB))

/** Whether what is placed somewhere serves the whole of an area, a part of it, or none. */
export function reachOf({ zoneId, compoundId }: Placed, area: Area): 'whole' | 'part' | null {
  if (zoneId === null && compoundId === null) return 'whole'
  if (area.kind === 'street') return 'part'
  if (zoneId !== null) return area.zoneId === zoneId ? 'whole' : null
  if (area.kind === 'compound') return area.compoundId === compoundId ? 'whole' : null
  return area.compoundIds.includes(compoundId ?? '') ? 'part' : null
}

export type Matched = Placed & { coverage: 'full' | 'partly' }

/** How far a demand is met in an area: `asking` are the compounds of the area whose households ask for it. */
export function coverageOf(matches: readonly Matched[], area: Area, asking: readonly string[]): Coverage {
  const here = matches.flatMap((match) => {
    const reached = reachOf(match, area)
    return reached ? { ...match, reached } : []
  })
  if (here.length === 0) return 'none'
  if (here.some(({ coverage, reached }) => coverage === 'full' && reached === 'whole')) return 'covered'
  const full = new Set(here.flatMap(({ coverage, compoundId }) => (coverage === 'full' ? compoundId : [])))
  return asking.length > 0 && asking.every((id) => full.has(id)) ? 'covered' : 'partly'
}

export type Candidate = Placed & {
  id: string
  name: string
  categories: readonly string[]
  skills: readonly string[]
  capacityPerWeek: number | null
  contract: Contract
}

export type Reason =
  | { kind: 'category' }
  | { kind: 'skill'; word: string }
  | { kind: 'place'; place: 'compound' | 'zone' | 'street' | 'part' }
  | { kind: 'capacity'; enough: boolean; perWeek: number; needed: number }
  | { kind: 'contract'; contract: 'ending' | 'ended' }

export type Suggestion = {
  resourceId: string
  points: number
  coverage: 'full' | 'partly'
  reasons: Reason[]
}

const POINTS = {
  category: 40,
  skill: 30,
  compound: 20,
  zone: 15,
  street: 10,
  part: 5,
  enough: 20,
  ended: -40,
}

/** Which resources could serve a demand in an area, the best first, each with the reasons that speak for it and against it. */
export function suggest(
  demand: { title: string; category: ServiceCategory | string; households: number },
  area: Area,
  candidates: readonly Candidate[],
): Suggestion[] {
  return candidates
    .flatMap((candidate) => weigh(demand, area, candidate) ?? [])
    .sort((one, other) => other.points - one.points || one.resourceId.localeCompare(other.resourceId))
}

function weigh(
  demand: { title: string; category: string; households: number },
  area: Area,
  candidate: Candidate,
): Suggestion | null {
  const isOfCategory = candidate.categories.includes(demand.category)
  const skill = candidate.skills.find((word) => shareWords(word, demand.title))
  const reached = reachOf(candidate, area)
  if ((!isOfCategory && !skill) || !reached) return null
  const place =
    reached === 'part' ? 'part' : candidate.compoundId ? 'compound' : candidate.zoneId ? 'zone' : 'street'
  const needed = weeklyJobs(demand.households)
  const { capacityPerWeek, contract } = candidate
  const isEnough = capacityPerWeek === null || capacityPerWeek >= needed
  const reasons: Reason[] = [
    ...(isOfCategory ? [{ kind: 'category' } as const] : []),
    ...(skill ? [{ kind: 'skill', word: skill } as const] : []),
    { kind: 'place', place },
    ...(capacityPerWeek === null
      ? []
      : [{ kind: 'capacity', enough: isEnough, perWeek: capacityPerWeek, needed } as const]),
    ...(contract === 'ending' || contract === 'ended' ? [{ kind: 'contract', contract } as const] : []),
  ]
  const points =
    (isOfCategory ? POINTS.category : 0) +
    (skill ? POINTS.skill : 0) +
    POINTS[place] +
    (capacityPerWeek !== null && isEnough ? POINTS.enough : 0) +
    (contract === 'ended' ? POINTS.ended : 0)
  const coverage = isEnough && reached === 'whole' && contract !== 'ended' ? 'full' : 'partly'
  return { resourceId: candidate.id, points, coverage, reasons }
}

/** Whether two names have two neighbouring characters in common, as 管道疏通 and 疏通下水 have. */
function shareWords(one: string, other: string): boolean {
  for (let at = 0; at + 2 <= one.length; at++) if (other.includes(one.slice(at, at + 2))) return true
  return false
}
