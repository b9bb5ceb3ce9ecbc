import type { Mark } from './schema'

const ORDER: readonly Mark[] = ['good', 'fair', 'bad']

/** A round is as good as its worst point. */
export const worstOf = (marks: readonly Mark[]): Mark =>
  marks.reduce((worst, mark) => (ORDER.indexOf(mark) > ORDER.indexOf(worst) ? mark : worst), 'good')

/** A stretch of days in which somebody looked after a building; both ends belong to it. */
export type Stretch = { startsOn: Date; endsOn: Date | null }

/** Whether what happened on a day counts, is kept aside since the term did not reach so far, or is nobody's here. */
export function standingOn(stretches: readonly Stretch[], day: Date): 'counted' | 'aside' | null {
  if (stretches.length === 0) return null
  const holds = stretches.some(
    ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn),
  )
  return holds ? 'counted' : 'aside'
}
