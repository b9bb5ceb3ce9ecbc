/** One in so many of the usual ones is called, too, so that staff hear of more than trouble. */
const SAMPLE = 5

export type Reason = 'not-satisfied' | 'late' | 'again' | 'sample'

/** Why somebody is called after a round, the weightiest reason first; null for those who are left in peace. */
export function reasonToCall(request: {
  id: string
  round: number
  wasLate: boolean
  isSatisfied: boolean | null
}): Reason | null {
  if (request.isSatisfied === false) return 'not-satisfied'
  if (request.wasLate) return 'late'
  if (request.round > 1) return 'again'
  return sampleOf(request.id) === 0 ? 'sample' : null
}

/** From the random end of the id, so that it is the same whenever it is asked. */
const sampleOf = (id: string): number => Number.parseInt(id.slice(-6), 16) % SAMPLE
