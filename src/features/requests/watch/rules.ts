/** How far word of a deadline has gone: nobody, the owner is warned, then up the chain. The owner stays responsible. */
export const LEVELS = ['none', 'owner', 'grid_member', 'zone_lead', 'community', 'street'] as const
export type Level = (typeof LEVELS)[number]

export type Watched = { warnAt: Date; dueAt: Date; thriceAt: Date }

/** The level that an instant calls for: warned at 80 %, late to the grid member, then by quarters of the way to three times the allowance. */
export function levelAt({ warnAt, dueAt, thriceAt }: Watched, now: Date): number {
  if (now < warnAt) return 0
  if (now < dueAt) return 1
  const share = (now.getTime() - dueAt.getTime()) / Math.max(1, thriceAt.getTime() - dueAt.getTime())
  if (share >= 1) return 5
  if (share >= 0.5) return 4
  return share >= 0.25 ? 3 : 2
}
