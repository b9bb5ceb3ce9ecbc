import { addDays, type Day, daysBetween } from '@/core/instants'

type Named = { id: string; name: string }
export type SiteTerm = { appointmentId: string; person: string; startsOn: Day; endsOn: Day | null }

/** A building with those who looked, look and will look after it. */
export type TermSite = {
  id: string
  name: string
  community: Named
  grid: Named | null
  stairwells: number
  terms: readonly SiteTerm[]
  election: { id: string; state: string } | null
}

/** The term that holds on a day; both of its ends belong to it. */
export const termOn = ({ terms }: Pick<TermSite, 'terms'>, day: Day): SiteTerm | null =>
  terms.find(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn >= day)) ?? null

const firstAfter = ({ terms }: Pick<TermSite, 'terms'>, day: Day): SiteTerm | null =>
  terms.filter(({ startsOn }) => startsOn > day).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))[0] ?? null

const lastBefore = ({ terms }: Pick<TermSite, 'terms'>, day: Day): SiteTerm | null =>
  terms
    .filter(({ endsOn }) => endsOn !== null && endsOn < day)
    .sort((a, b) => ((a.endsOn ?? '') < (b.endsOn ?? '') ? 1 : -1))[0] ?? null

export type Ending = {
  appointmentId: string
  person: string
  endsOn: Day
  /** Past without anybody after it. */
  isOverdue: boolean
  sites: {
    id: string
    name: string
    election: TermSite['election']
    next: Day | null
    gapDays: number | null
  }[]
}

/** Terms that have ended without a successor, and those that will end, by their last day; buildings of one term stand together. */
export function endingsOf(sites: readonly TermSite[], today: Day): Ending[] {
  const endings = new Map<string, Ending>()
  for (const site of sites) {
    const now = termOn(site, today)
    const term = now ?? lastBefore(site, today)
    if (!term || term.endsOn === null) continue
    const next = firstAfter(site, now ? term.endsOn : today)
    const key = `${term.appointmentId} ${term.endsOn}`
    const { appointmentId, person, endsOn } = term
    const ending = endings.get(key) ?? { appointmentId, person, endsOn, isOverdue: now === null, sites: [] }
    ending.sites.push({
      id: site.id,
      name: site.name,
      election: site.election,
      next: next?.startsOn ?? null,
      gapDays: next ? daysBetween(addDays(endsOn, 1), next.startsOn) : null,
    })
    endings.set(key, ending)
  }
  return [...endings.values()].sort((a, b) => (a.endsOn < b.endsOn ? -1 : a.endsOn > b.endsOn ? 1 : 0))
}

/** Endings by month, those already past first as one group of their own. */
export function byMonth(endings: readonly Ending[]): { month: string | null; endings: Ending[] }[] {
  const months = new Map<string | null, Ending[]>()
  for (const ending of endings) {
    const month = ending.isOverdue ? null : ending.endsOn.slice(0, 7)
    months.set(month, [...(months.get(month) ?? []), ending])
  }
  return [...months]
    .map(([month, group]) => ({ month, endings: group }))
    .sort((a, b) => ((a.month ?? '') < (b.month ?? '') ? -1 : 1))
}

export type Coverage = {
  id: string
  name: string
  buildings: number
  vacant: number
  stairwells: number
  vacantStairwells: number
}

/** How many buildings and stairwells somebody looks after on a day, by what the buildings belong to; most vacant first. */
export function coverageBy(
  sites: readonly TermSite[],
  today: Day,
  partOf: (site: TermSite) => Named | null,
): Coverage[] {
  const parts = new Map<string, Coverage>()
  for (const site of sites) {
    const part = partOf(site)
    if (!part) continue
    const row = parts.get(part.id) ?? {
      ...part,
      buildings: 0,
      vacant: 0,
      stairwells: 0,
      vacantStairwells: 0,
    }
    const isVacant = termOn(site, today) === null
    row.buildings += 1
    row.stairwells += site.stairwells
    if (isVacant) {
      row.vacant += 1
      row.vacantStairwells += site.stairwells
    }
    parts.set(part.id, row)
  }
  return [...parts.values()].sort((a, b) => b.vacant - a.vacant)
}
