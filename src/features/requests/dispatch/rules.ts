import { dayOf, isInStretch, minutesOfDay, weekdayOf } from '@/core/instants'

/** What a rule asks; an empty part asks nothing. Minutes count from midnight; a stretch may reach over it. */
export type Rule = {
  id: string
  name: string
  categoryId: string | null
  compoundId: string | null
  zoneId: string | null
  skill: string | null
  weekdays: readonly number[]
  fromMinute: number | null
  toMinute: number | null
}

/** What a rule looks at. */
export type Case = {
  categoryId: string
  compoundId: string
  zoneId: string | null
  skill: string | null
  at: Date
}

export type Misfit = 'category' | 'compound' | 'zone' | 'skill' | 'weekday' | 'time'

/** Why a rule does not take a case, or null when it does. */
export function misfitOf(rule: Rule, given: Case): Misfit | null {
  if (rule.categoryId && rule.categoryId !== given.categoryId) return 'category'
  if (rule.compoundId && rule.compoundId !== given.compoundId) return 'compound'
  if (rule.zoneId && rule.zoneId !== given.zoneId) return 'zone'
  if (rule.skill && rule.skill !== given.skill) return 'skill'
  if (rule.weekdays.length > 0 && !rule.weekdays.includes(weekdayOf(dayOf(given.at)))) return 'weekday'
  if (rule.fromMinute !== null && rule.toMinute !== null)
    if (!isInStretch(minutesOfDay(given.at), rule.fromMinute, rule.toMinute)) return 'time'
  return null
}

/** The first rule, in order, that takes a case. */
export const ruleFor = <R extends Rule>(rules: readonly R[], given: Case): R | null =>
  rules.find((rule) => misfitOf(rule, given) === null) ?? null

/** Somebody who could do it. */
export type Candidate = {
  id: string
  post: string
  furtherPosts: readonly string[]
  openJobs: number
  leadsZone: boolean
  /** From the nearest job that is open now, straight; null without one. */
  metres: number | null
}

export type Reason = 'post' | 'further-post' | 'no-skill-asked' | 'leads-zone' | 'free' | 'near'

export type Suggestion = { id: string; score: number; reasons: Reason[] }

const NEAR_METRES = 800

/**
 * Orders those who have the skill: their own post before a further one, fewer open jobs first, the zone's lead when others
 * are busy, who is near before who is far. A score is only for ordering; the reasons say it in words.
 */
export function suggestWorkers(skill: string | null, candidates: readonly Candidate[]): Suggestion[] {
  return candidates
    .flatMap((candidate): Suggestion[] => {
      const reasons: Reason[] = []
      let score = 0
      if (!skill) reasons.push('no-skill-asked')
      else if (candidate.post === skill) {
        reasons.push('post')
        score += 40
      } else if (candidate.furtherPosts.includes(skill)) {
        reasons.push('further-post')
        score += 25
      } else return []
      if (candidate.openJobs === 0) {
        reasons.push('free')
        score += 15
      }
      score -= Math.min(candidate.openJobs, 20) * 4
      if (candidate.metres !== null && candidate.metres <= NEAR_METRES) {
        reasons.push('near')
        score += 10
      }
      if (candidate.leadsZone) {
        reasons.push('leads-zone')
        score += 3
      }
      return [{ id: candidate.id, score, reasons }]
    })
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
}
