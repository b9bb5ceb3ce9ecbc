import { type Clause, readClauses } from '../clauses/rules'
import { isSameWeek, type Season, type ServiceHours, SUMMER_TIME } from '../rules'
import { joinSpans } from '../spans/rules'
import { EVERY_DAY, tokenise } from '../tokens/rules'
import { weekOf } from '../weeks/rules'

const LONGEST_TEXT = 200

/**
 * Understands service hours as Chinese registers write them, or answers null: then the place is shown with its
 * hours as written. Half an understanding is none, since a wrong hour costs somebody a walk for nothing.
 *
 * Rules that name weekdays follow the calendar as offices do: closed on public holidays unless the text speaks of
 * them. A place that is open every day keeps its Sunday hours on a public holiday.
 */
export function parseHours(written: string, summerTime: Season = SUMMER_TIME): ServiceHours | null {
  if (written.length > LONGEST_TEXT) return null
  const tokens = tokenise(written)
  const pieces = tokens && joinSpans(tokens)
  const text = pieces && readClauses(pieces)
  if (!text) return null
  const { clauses, otherwiseByAppointment, neverRests } = text
  const halves = clauses.some(({ half }) => half !== null)
  if (!halves) {
    const week = weekOf(clauses, neverRests)
    return week && { week, summer: null, otherwiseByAppointment }
  }
  if (!areComplete(clauses)) return null
  const summer = weekIn('summer')
  const week = weekIn('winter')
  if (!summer || !week) return null
  const season = text.summer ?? summerTime
  return {
    week,
    summer: isSameWeek(week, summer) ? null : { from: season.from, to: season.to, week: summer },
    otherwiseByAppointment,
  }

  function weekIn(half: 'summer' | 'winter') {
    return weekOf(
      clauses.filter((clause) => clause.half === null || clause.half === half),
      neverRests,
    )
  }
}

/**
 * Whether both timetables speak of the same days, since nobody knows what holds on the others. Where a clause may
 * or may not belong to the season before it, they must name them in the same words.
 */
function areComplete(clauses: readonly Clause[]): boolean {
  const masks = (half: Clause['half']) =>
    [...new Set(clauses.filter((clause) => clause.half === half).map(({ mask }) => mask))].sort(
      (one, other) => one - other,
    )
  const [summer, winter] = [masks('summer'), masks('winter')]
  const days = (all: readonly number[]) => all.reduce((union, mask) => union | mask, 0) & EVERY_DAY
  if (summer.length === 0 || winter.length === 0 || days(summer) !== days(winter)) return false
  const isUncertain = clauses.some(({ half, isApart }) => half !== null && isApart)
  return !isUncertain || summer.join() === winter.join()
}
