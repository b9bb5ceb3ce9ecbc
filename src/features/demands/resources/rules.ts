import { addDays, type Day } from '@/core/instants'

/** A contract that ends within so many days is shown as ending. */
export const ENDING_DAYS = 60

export type Contract = 'none' | 'running' | 'ending' | 'ended'

/** How it stands with a contract on a day; the last day still belongs to it. */
export function contractOn(day: Day, endsOn: Day | null): Contract {
  if (endsOn === null) return 'none'
  if (endsOn < day) return 'ended'
  return endsOn <= addDays(day, ENDING_DAYS) ? 'ending' : 'running'
}
