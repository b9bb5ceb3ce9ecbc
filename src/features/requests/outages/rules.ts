export type OutageState = 'current' | 'upcoming' | 'over' | 'withdrawn'

type Times = { startsAt: Date; endsAt: Date | null; withdrawnAt: Date | null }

/** Where a notice stands at a moment; it ends by itself. */
export function outageStateAt({ startsAt, endsAt, withdrawnAt }: Times, now: Date): OutageState {
  if (withdrawnAt) return 'withdrawn'
  if (startsAt > now) return 'upcoming'
  return endsAt && endsAt <= now ? 'over' : 'current'
}

/** How long before it begins a planned outage is shown to residents, in hours. */
export const SHOWN_HOURS_AHEAD = 72
